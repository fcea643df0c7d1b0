import type { Locator, Page } from '@playwright/test';

/** The page that says a message to set a new password was sent. */
export class PasswordResetDonePage {
  readonly path = '/accounts/password/reset/done/';
  readonly heading: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }
}
