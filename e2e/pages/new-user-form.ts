import type { Locator, Page } from '@playwright/test';
import { Autocomplete } from './components/autocomplete.ts';
import { EntityForm } from './components/entity-form.ts';

export interface NewUserTexts {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The form for a new colleague. Level 3 and up. */
export class NewUserForm extends EntityForm {
  readonly path = '/users/new/';
  readonly heading: Locator;
  readonly username: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly passwordAgain: Locator;
  readonly firstName: Locator;
  readonly lastName: Locator;
  readonly puesto: Locator;
  readonly companies: Autocomplete;
  readonly nivelAcceso: Autocomplete;

  constructor(page: Page) {
    super(page, /^Registrar/);
    this.heading = page.getByRole('heading', { level: 1, name: 'Crear un Usuario' });
    this.username = page.getByLabel('Nombre de Usuario', { exact: true });
    this.email = page.getByLabel('Correo electrónico', { exact: true });
    // The two labels begin alike, and which ones are drawn depends on the Django version.
    this.password = page.locator('#id_password1');
    this.passwordAgain = page.locator('#id_password2');
    this.firstName = page.getByLabel('Nombres', { exact: true });
    this.lastName = page.getByLabel('Apellidos', { exact: true });
    this.puesto = page.getByLabel('Puesto', { exact: true });
    this.companies = new Autocomplete(page, '#id_company');
    this.nivelAcceso = new Autocomplete(page, '#id_nivel_acceso');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** Fills in the text boxes; companies, level and saving are steps of their own. */
  async fill(texts: NewUserTexts): Promise<void> {
    await this.username.fill(texts.username);
    await this.email.fill(texts.email);
    await this.password.fill(texts.password);
    await this.passwordAgain.fill(texts.password);
    await this.firstName.fill(texts.firstName);
    await this.lastName.fill(texts.lastName);
  }
}
