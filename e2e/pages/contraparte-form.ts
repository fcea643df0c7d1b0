import type { Locator, Page } from '@playwright/test';
import { EntityForm } from './components/entity-form.ts';

export type TipoDeContraparte = 'CLIENTE' | 'DESTAJISTA' | 'SUBCONTRATISTA';

/** The form of a new or existing Contraparte, whom the application calls "cliente". */
export class ContraparteForm extends EntityForm {
  readonly path = '/proyectos/cliente/nuevo/';
  readonly name: Locator;
  readonly tipo: Locator;

  constructor(page: Page) {
    super(page);
    this.name = page.getByLabel('Nombre del cliente', { exact: true });
    this.tipo = page.getByLabel('Tipo', { exact: true });
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  async gotoEdit(id: number): Promise<void> {
    await this.page.goto(`/proyectos/editar/cliente/${id}/`);
  }

  /** Fills the form in; saving is a step of its own. */
  async fill(name: string, tipo: TipoDeContraparte = 'CLIENTE'): Promise<void> {
    await this.name.fill(name);
    await this.tipo.selectOption(tipo);
  }
}
