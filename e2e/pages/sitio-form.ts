import type { Locator, Page } from '@playwright/test';
import { Autocomplete } from './components/autocomplete.ts';
import { EntityForm } from './components/entity-form.ts';

/** The form of a new or existing Sitio. */
export class SitioForm extends EntityForm {
  readonly path = '/proyectos/sitio/nuevo/';
  readonly name: Locator;
  readonly location: Locator;
  readonly cliente: Autocomplete;

  constructor(page: Page) {
    super(page);
    this.name = page.getByLabel('Nombre del sitio', { exact: true });
    this.location = page.getByLabel('Ubicación', { exact: true });
    this.cliente = new Autocomplete(page, '#id_cliente');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  async gotoEdit(id: number): Promise<void> {
    await this.page.goto(`/proyectos/editar/sitio/${id}/`);
  }
}
