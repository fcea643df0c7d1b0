import type { Locator, Page } from '@playwright/test';
import { Autocomplete } from './components/autocomplete.ts';
import { ExcelImport } from './components/excel-import.ts';
import { FormsetTable } from './components/formset-table.ts';

export interface ConceptoTexts {
  readonly code: string;
  readonly text: string;
  readonly quantity: string;
  readonly unitPrice: string;
}

/** The concepts of a contract, edited in a table or imported from Excel. */
export class ConceptosCatalogue {
  readonly heading: Locator;
  readonly table: FormsetTable;
  readonly excel: ExcelImport;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 3, name: 'Contrato' });
    this.table = new FormsetTable(page, 'concept_set');
    this.excel = new ExcelImport(page);
  }

  /** The unit of a row, by row from 0: found by its first letter on, or created. */
  unit(row: number): Autocomplete {
    return new Autocomplete(this.page, `#id_concept_set-${row}-unit`);
  }

  async goto(contratoId: number): Promise<void> {
    await this.page.goto(`/proyectos/contrato/catalogo-edit/${contratoId}/`);
  }

  /** Fills in the text boxes of a row; the unit is a step of its own. */
  async fillRow(row: number, texts: ConceptoTexts): Promise<void> {
    await this.table.field(row, 'code').fill(texts.code);
    await this.table.field(row, 'concept_text').fill(texts.text);
    await this.table.field(row, 'total_cuantity').fill(texts.quantity);
    await this.table.field(row, 'unit_price').fill(texts.unitPrice);
  }
}
