import type { Locator, Page } from '@playwright/test';
import { Autocomplete } from './components/autocomplete.ts';
import { EntityForm } from './components/entity-form.ts';

/** The form of a new or existing Destinatario: who signs for a client. */
export class DestinatarioForm extends EntityForm {
  readonly path = '/proyectos/destinatario/nuevo/';
  readonly name: Locator;
  readonly puesto: Locator;
  readonly contraparte: Autocomplete;

  constructor(page: Page) {
    super(page);
    this.name = page.getByLabel('Nombre del destinatario', { exact: true });
    this.puesto = page.getByLabel('Puesto', { exact: true });
    this.contraparte = new Autocomplete(page, '#id_contraparte');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  async gotoEdit(id: number): Promise<void> {
    await this.page.goto(`/proyectos/editar/destinatario/${id}/`);
  }
}
