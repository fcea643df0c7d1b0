import type { Locator, Page } from '@playwright/test';

/** The page that says the new password is set. */
export class NewPasswordDonePage {
  readonly path = '/accounts/password/reset/key/done/';
  readonly heading: Locator;
  readonly notice: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.notice = page.locator('#cont_content > .alert-success');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }
}
