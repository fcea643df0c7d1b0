import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './components/readiness.ts';

/** The sign-in page of Django's own administration. */
export class AdminLoginPage {
  readonly path = '/admin/login/';
  readonly username: Locator;
  readonly password: Locator;
  readonly submitButton: Locator;
  readonly refusal: Locator;

  constructor(private readonly page: Page) {
    // The label says "Email:", but a user name is accepted as well.
    this.username = page.locator('#id_username');
    this.password = page.locator('#id_password');
    this.submitButton = page.locator('#login-form [type="submit"]');
    this.refusal = page.locator('.errornote');
  }

  /** Goes to the administration, which shows this page to whoever is not staff. */
  async goto(): Promise<void> {
    await this.page.goto('/admin/');
  }

  /** Signs in and waits for the page that answers. */
  async signIn(username: string, password: string): Promise<void> {
    await this.username.fill(username);
    await this.password.fill(password);
    await loadAfter(this.page, () => this.submitButton.click());
  }
}
