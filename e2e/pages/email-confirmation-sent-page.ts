import type { Locator, Page } from '@playwright/test';

/** The page that says a message was sent to confirm an address. */
export class EmailConfirmationSentPage {
  readonly path = '/accounts/confirm-email/';
  readonly heading: Locator;
  /** "Confirmation e-mail sent to …" */
  readonly notice: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.notice = page.locator('#cont_content > .alert-info');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }
}
