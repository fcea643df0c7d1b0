import type { Locator } from '@playwright/test';
import { transitionsEnded } from './readiness.ts';

/** A Bootstrap dialog, which fades in and out and ignores clicks meanwhile. */
export class Modal {
  /** @param root the `.modal` element */
  constructor(readonly root: Locator) {}

  /** Opens the dialog by a click and waits until it has stopped moving. */
  async openBy(trigger: Locator): Promise<void> {
    await trigger.click();
    await this.shown();
  }

  /** Waits until the dialog is open and has stopped moving. */
  async shown(): Promise<void> {
    await this.root.and(this.root.page().locator('.show')).waitFor();
    await transitionsEnded(this.root);
  }

  /** Closes the dialog by a click in it and waits until it has gone. */
  async closeBy(trigger: Locator): Promise<void> {
    await trigger.click();
    await this.root.waitFor({ state: 'hidden' });
  }
}
