import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './components/readiness.ts';

/** The page that asks whether one really wants to sign out. */
export class LogoutPage {
  readonly path = '/accounts/logout/';
  readonly question: Locator;
  readonly confirmButton: Locator;

  constructor(private readonly page: Page) {
    this.question = page.getByText('¿Seguro que quieres Cerrar Sesión?');
    this.confirmButton = page.getByRole('button', { name: 'Cerrar Sesión' });
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** Signs out and waits for the page that follows, which is the sign-in page. */
  async confirm(): Promise<void> {
    await loadAfter(this.page, () => this.confirmButton.click());
  }
}
