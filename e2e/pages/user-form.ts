import type { Locator, Page } from '@playwright/test';
import { Autocomplete } from './components/autocomplete.ts';
import { EntityForm } from './components/entity-form.ts';

/** The form to edit a user: a short one for oneself, a full one for a colleague. */
export class UserForm extends EntityForm {
  readonly username: Locator;
  readonly firstName: Locator;
  readonly lastName: Locator;
  readonly email: Locator;
  /** Only on the form for a colleague, from here on. */
  readonly companies: Autocomplete;
  readonly nivelAcceso: Locator;
  readonly puesto: Locator;

  constructor(page: Page) {
    super(page, 'Actualizar');
    // The labels differ between the two forms, the ids do not.
    this.username = page.locator('#id_username');
    this.firstName = page.locator('#id_first_name');
    this.lastName = page.locator('#id_last_name');
    this.email = page.locator('#id_email');
    this.companies = new Autocomplete(page, '#id_company');
    this.nivelAcceso = page.locator('#id_nivel_acceso');
    this.puesto = page.locator('#id_puesto');
  }

  /** @param username leave out for oneself */
  async goto(username?: string): Promise<void> {
    await this.page.goto(`/users/update/${username === undefined ? '' : `${username}/`}`);
  }
}
