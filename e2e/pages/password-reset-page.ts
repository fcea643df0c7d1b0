import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './components/readiness.ts';

/** The page on which one asks for a message to set a new password. */
export class PasswordResetPage {
  readonly path = '/accounts/password/reset/';
  readonly email: Locator;
  readonly submitButton: Locator;
  readonly errors: Locator;

  constructor(private readonly page: Page) {
    const form = page.locator('form.password_reset');
    this.email = form.locator('#id_email');
    // Its text is English or Spanish, according to the translations installed.
    this.submitButton = form.locator('[type="submit"]');
    this.errors = form.locator('.invalid-feedback, .alert-danger');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** Asks for the message and waits for the page that answers. */
  async request(email: string): Promise<void> {
    await this.email.fill(email);
    await loadAfter(this.page, () => this.submitButton.click());
  }
}
