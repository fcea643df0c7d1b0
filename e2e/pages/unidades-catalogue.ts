import type { Page } from '@playwright/test';
import { FormsetTable } from './components/formset-table.ts';

/** The units of measure of the company one works in. */
export class UnidadesCatalogue {
  readonly path = '/proyectos/contrato/catalogo-unidades/';
  readonly table: FormsetTable;

  constructor(private readonly page: Page) {
    this.table = new FormsetTable(page, 'units_set');
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** Fills in the unit of a row, by row from 0. */
  async fillRow(row: number, unit: string): Promise<void> {
    await this.table.field(row, 'unit').fill(unit);
  }
}
