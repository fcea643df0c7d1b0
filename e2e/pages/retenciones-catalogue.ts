import type { Page } from '@playwright/test';
import { ExcelImport } from './components/excel-import.ts';
import { FormsetTable } from './components/formset-table.ts';

export interface RetencionTexts {
  readonly nombre: string;
  readonly tipo: 'AMOUNT' | 'PERCENTAGE';
  readonly valor: string;
}

/** The retentions of a contract, edited in a table or imported from Excel. */
export class RetencionesCatalogue {
  readonly table: FormsetTable;
  readonly excel: ExcelImport;

  constructor(private readonly page: Page) {
    this.table = new FormsetTable(page, 'retenciones_set');
    this.excel = new ExcelImport(page);
  }

  async goto(contratoId: number): Promise<void> {
    await this.page.goto(`/proyectos/contrato/retenciones-edit/${contratoId}/`);
  }

  /** Fills in a row, by row from 0. */
  async fillRow(row: number, texts: RetencionTexts): Promise<void> {
    await this.table.field(row, 'nombre').fill(texts.nombre);
    await this.table.field(row, 'tipo').selectOption(texts.tipo);
    await this.table.field(row, 'valor').fill(texts.valor);
  }
}
