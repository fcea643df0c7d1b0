import type { Locator, Page } from '@playwright/test';
import { DetailTable } from './components/detail-table.ts';

/** The page of one Contraparte, with its contracts. */
export class ContraparteDetail {
  readonly heading: Locator;
  readonly details: DetailTable;
  readonly contratosHeading: Locator;
  readonly contratos: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 2, name: 'Detalle del' });
    this.details = new DetailTable(page);
    this.contratosHeading = page.getByRole('heading', {
      name: 'Listado de contratos con el cliente:',
    });
    this.contratos = page.locator('table.table_normal');
  }

  /** The row of a contract, by its short name. */
  contrato(shortName: string): Locator {
    return this.contratos
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name: shortName, exact: true }) });
  }

  async goto(id: number): Promise<void> {
    await this.page.goto(`/proyectos/cliente/detalle/${id}/`);
  }
}
