import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './components/readiness.ts';

/** The page that the link in a confirmation message leads to. */
export class EmailConfirmationPage {
  readonly heading: Locator;
  /** The address to confirm. */
  readonly address: Locator;
  /** Absent when the link is used up or was never valid. */
  readonly confirmButton: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.address = page.locator('a[href^="mailto:"]');
    this.confirmButton = page.getByRole('button', { name: 'Confirmar', exact: true });
  }

  /** @param link the address in the message */
  async goto(link: string): Promise<void> {
    await this.page.goto(link);
  }

  /** Confirms the address and waits for the page that follows, which is the sign-in page. */
  async confirm(): Promise<void> {
    await loadAfter(this.page, () => this.confirmButton.click());
  }
}
