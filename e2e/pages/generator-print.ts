import type { Page } from '@playwright/test';
import { GeneratorTable } from './components/generator-table.ts';
import { printCalls } from './print-stub.ts';

/** The generador made for the printer. Call `stubPrinting` on the context before opening it. */
export class GeneratorPrint {
  readonly table: GeneratorTable;

  constructor(private readonly page: Page) {
    this.table = new GeneratorTable(page);
  }

  path(id: number): string {
    return `/proyectos/generador/pdf/${id}/`;
  }

  async goto(id: number): Promise<void> {
    await this.page.goto(this.path(id));
  }

  /** How often the page has asked to be printed. */
  async printCalls(): Promise<number> {
    return printCalls(this.page);
  }
}
