import type { Locator, Page } from '@playwright/test';
import { EntityForm } from './components/entity-form.ts';

/** The form of a new or existing company. Level 3 and up. */
export class CompanyForm extends EntityForm {
  readonly path = '/users/nuevo/company/';
  /** The legal name, shown in print. */
  readonly fullName: Locator;
  /** The short name, shown on the screen. */
  readonly name: Locator;

  constructor(page: Page) {
    // "Guardar" on the new one, "Enviar" on an existing one.
    super(page, /^(Guardar|Enviar)$/);
    // The label "Nombre de la compañía" means one field on the new form, the other on the edit form.
    this.fullName = page.locator('#id_full_name');
    this.name = page.locator('#id_company_name');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  async gotoEdit(id: number): Promise<void> {
    await this.page.goto(`/users/company-update/${id}/`);
  }

  /** Fills the form in; saving is a step of its own. */
  async fill(name: string, fullName: string): Promise<void> {
    await this.name.fill(name);
    await this.fullName.fill(fullName);
  }
}
