import type { Locator, Page } from '@playwright/test';
import { EntityForm } from './components/entity-form.ts';

export interface SignUpTexts {
  readonly email: string;
  readonly username: string;
  readonly password: string;
  /** The first company of the new customer. */
  readonly company: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The registration page: makes a new customer, its company and its first user. */
export class SignUpPage extends EntityForm {
  readonly path = '/accounts/signup/';
  readonly email: Locator;
  readonly username: Locator;
  readonly password: Locator;
  readonly passwordAgain: Locator;
  readonly firstName: Locator;
  readonly lastName: Locator;
  readonly puesto: Locator;
  readonly company: Locator;

  constructor(page: Page) {
    super(page, /^Registrarse/);
    // The labels are partly English and partly Spanish, according to the translations installed.
    this.email = page.locator('#id_email');
    this.username = page.locator('#id_username');
    this.password = page.locator('#id_password1');
    this.passwordAgain = page.locator('#id_password2');
    this.firstName = page.locator('#id_first_name');
    this.lastName = page.locator('#id_last_name');
    this.puesto = page.locator('#id_puesto');
    this.company = page.getByLabel('Empresa Principal', { exact: true });
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** Fills the form in; submitting is a step of its own. */
  async fill(texts: SignUpTexts): Promise<void> {
    await this.email.fill(texts.email);
    await this.username.fill(texts.username);
    await this.password.fill(texts.password);
    await this.passwordAgain.fill(texts.password);
    await this.firstName.fill(texts.firstName);
    await this.lastName.fill(texts.lastName);
    await this.company.fill(texts.company);
  }
}
