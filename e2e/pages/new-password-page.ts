import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './components/readiness.ts';

/** The page that the link in a password message leads to, by way of a redirect. */
export class NewPasswordPage {
  /** "Hay un problema con el token" when the link is used up or was never valid. */
  readonly heading: Locator;
  readonly password: Locator;
  readonly passwordAgain: Locator;
  readonly submitButton: Locator;
  readonly errors: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.password = page.locator('#id_password1');
    this.passwordAgain = page.locator('#id_password2');
    this.submitButton = page.locator('form input[type="submit"]');
    this.errors = page.locator('.invalid-feedback');
  }

  /** @param link the address in the message */
  async goto(link: string): Promise<void> {
    await this.page.goto(link);
  }

  /** Sets the password and waits for the page that answers: the done page, or this one with errors. */
  async set(password: string, again: string = password): Promise<void> {
    await this.password.fill(password);
    await this.passwordAgain.fill(again);
    await loadAfter(this.page, () => this.submitButton.click());
  }
}
