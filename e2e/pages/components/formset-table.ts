import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './readiness.ts';

/**
 * The table in which a catalogue is edited, one row an entry. The page always ends in one blank row
 * that may stay untouched; a row that was added counts as filled in, and saving it blank is an error.
 */
export class FormsetTable {
  readonly table: Locator;
  readonly rows: Locator;
  /** There are two, above and below; they do the same. */
  readonly addButton: Locator;
  readonly saveButton: Locator;
  readonly cancelLink: Locator;
  /** Errors of a single cell. */
  readonly cellErrors: Locator;
  /** Errors of a row or of the whole table, above it. */
  readonly alerts: Locator;

  /** @param prefix how Django names the fields: `prefix-0-name` */
  constructor(
    private readonly page: Page,
    readonly prefix: string,
  ) {
    this.table = page.locator('#formset');
    this.rows = this.table.locator('tr.dynamic-form');
    this.addButton = page.locator('.add-form-row').first();
    // The Excel dialog lies in the same form and has a "Guardar" of its own.
    const buttons = page.locator('.cont_buttons');
    this.saveButton = buttons.getByRole('button', { name: 'Guardar', exact: true });
    this.cancelLink = buttons.getByRole('link', { name: 'Cancelar', exact: true });
    this.cellErrors = this.table.locator('.errorlist li');
    this.alerts = page.locator('.alert-danger');
  }

  /** A cell's control, by row from 0 and by field name. The cells have no labels. */
  field(row: number, name: string): Locator {
    return this.table.locator(`[name="${this.prefix}-${row}-${name}"]`);
  }

  /** The row of which some text box came with this value from the server. */
  savedRow(value: string): Locator {
    return this.rows.filter({ has: this.page.locator(`input[value=${JSON.stringify(value)}]`) });
  }

  /** The box that marks a saved row for removal. */
  removalOf(value: string): Locator {
    return this.savedRow(value).locator('[name$="-DELETE"]');
  }

  /** The errors of one row. */
  errorsOf(row: number): Locator {
    return this.rows.nth(row).locator('.errorlist li');
  }

  /** Adds a row and waits until it is in the table. */
  async addRow(): Promise<void> {
    const before = await this.rows.count();
    await this.addButton.click();
    await this.rows.nth(before).waitFor();
  }

  /** Marks the saved row with this value for removal; it goes when the table is saved. */
  async markForRemoval(value: string): Promise<void> {
    await this.removalOf(value).check();
  }

  /** Saves the table and waits for the page that answers: the next one, or this one with errors. */
  async save(): Promise<void> {
    await loadAfter(this.page, () => this.saveButton.click());
  }
}
