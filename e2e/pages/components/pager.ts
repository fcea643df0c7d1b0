import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './readiness.ts';

/** The page numbers under a long list. */
export class Pager {
  readonly root: Locator;
  readonly current: Locator;
  readonly previousLink: Locator;
  readonly nextLink: Locator;

  constructor(private readonly page: Page) {
    this.root = page.locator('ul.pagination');
    this.current = this.root.locator('.page-item.active');
    this.previousLink = this.root.getByRole('link', { name: 'Anterior' });
    this.nextLink = this.root.getByRole('link', { name: 'Siguiente' });
  }

  /** Turns to the next page and waits until it has loaded. */
  async next(): Promise<void> {
    await loadAfter(this.page, () => this.nextLink.click());
  }

  /** Turns to the previous page and waits until it has loaded. */
  async previous(): Promise<void> {
    await loadAfter(this.page, () => this.previousLink.click());
  }
}
