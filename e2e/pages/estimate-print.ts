import type { Page } from '@playwright/test';
import { EstimateTable } from './components/estimate-table.ts';
import { printCalls } from './print-stub.ts';

/** The money table made for the printer. Call `stubPrinting` on the context before opening it. */
export class EstimatePrint {
  readonly table: EstimateTable;

  constructor(private readonly page: Page) {
    this.table = new EstimateTable(page);
  }

  path(id: number): string {
    return `/proyectos/estimacion/pdf/${id}/`;
  }

  async goto(id: number): Promise<void> {
    await this.page.goto(this.path(id));
  }

  /** How often the page has asked to be printed. */
  async printCalls(): Promise<number> {
    return printCalls(this.page);
  }
}
