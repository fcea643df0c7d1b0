import type { Locator, Page } from '@playwright/test';
import { Modal } from './modal.ts';
import { loadAfter } from './readiness.ts';

/** What `setInputFiles` takes: a path, or a file made on the fly. */
export type InputFile = Parameters<Locator['setInputFiles']>[0];

/** The dialog that imports a catalogue from an Excel workbook; its first line is a heading. */
export class ExcelImport {
  readonly openButton: Locator;
  readonly dialog: Modal;
  readonly fileInput: Locator;
  readonly saveButton: Locator;
  readonly closeButton: Locator;

  constructor(private readonly page: Page) {
    this.openButton = page.getByRole('button', { name: 'Importar desde archivo de Excel' });
    // The title has the same id as the dialog, so the id alone is not enough.
    const root = page.locator('.modal#excelModal');
    this.dialog = new Modal(root);
    // Its label points to an id that does not exist.
    this.fileInput = root.locator('#id_excel_file');
    this.saveButton = root.getByRole('button', { name: 'Guardar', exact: true });
    this.closeButton = root.getByRole('button', { name: 'Cerrar', exact: true });
  }

  /** Opens the dialog and waits until it has stopped moving. */
  async open(): Promise<void> {
    await this.dialog.openBy(this.openButton);
  }

  /** Closes the dialog, importing nothing. */
  async close(): Promise<void> {
    await this.dialog.closeBy(this.closeButton);
  }

  /** Opens the dialog, imports a workbook and waits for the page that answers. */
  async import(workbook: InputFile): Promise<void> {
    await this.open();
    await this.fileInput.setInputFiles(workbook);
    await loadAfter(this.page, () => this.saveButton.click());
  }
}
