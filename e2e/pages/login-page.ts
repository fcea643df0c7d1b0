import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './components/readiness.ts';

/** The sign-in page. It takes a user name or an e-mail address. */
export class LoginPage {
  readonly path = '/accounts/login/';
  readonly heading: Locator;
  readonly username: Locator;
  readonly password: Locator;
  readonly remember: Locator;
  readonly submitButton: Locator;
  /** There is a second one in the help text of the password. */
  readonly forgottenPasswordLink: Locator;
  readonly signUpLink: Locator;
  /** Why the last attempt was refused. */
  readonly refusal: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Iniciar Sesión' });
    this.username = page.getByLabel('Usuario', { exact: true });
    this.password = page.getByLabel('Contraseña', { exact: true });
    this.remember = page.getByLabel('Recuérdame');
    this.submitButton = page.getByRole('button', { name: 'Entra', exact: true });
    this.forgottenPasswordLink = page.locator('a.secondaryAction[href$="/password/reset/"]');
    this.signUpLink = page.getByRole('link', { name: 'regístrate', exact: true });
    this.refusal = page.locator('form .alert-danger');
  }

  /** @param next the page to go to after signing in */
  async goto(next?: string): Promise<void> {
    const query = next === undefined ? '' : `?${new URLSearchParams({ next }).toString()}`;
    await this.page.goto(this.path + query);
  }

  /** Signs in and waits for the page that answers: the next one, or this one with the reason. */
  async signIn(username: string, password: string): Promise<void> {
    await this.username.fill(username);
    await this.password.fill(password);
    await this.submit();
  }

  /** Submits what is filled in and waits for the page that answers. */
  async submit(): Promise<void> {
    await loadAfter(this.page, () => this.submitButton.click());
  }
}
