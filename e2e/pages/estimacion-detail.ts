import type { Locator, Page } from '@playwright/test';
import { EstimateTable } from './components/estimate-table.ts';
import { GeneratorTable } from './components/generator-table.ts';

/** The page of one estimate. It starts with the generador; level 2 and up may also see the money. */
export class EstimacionDetail {
  readonly heading: Locator;
  readonly generatorTab: Locator;
  readonly estimateTab: Locator;
  readonly printLink: Locator;
  readonly subcontractReportLink: Locator;
  readonly editLink: Locator;
  readonly backButton: Locator;
  readonly generator: GeneratorTable;
  readonly estimate: EstimateTable;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Detalle de Estimación' });
    const tabs = page.locator('.nav-tabs');
    this.generatorTab = tabs.getByRole('link', { name: 'Generador', exact: true });
    this.estimateTab = tabs.getByRole('link', { name: 'Estimación', exact: true });
    // The icon before a text is a letter of the icon font, and so part of the name.
    this.printLink = tabs.getByRole('link', { name: 'Imprimir' });
    this.subcontractReportLink = tabs.getByRole('link', { name: 'Reporte Subcontratistas' });
    this.editLink = tabs.getByRole('link', { name: 'Editar' });
    this.backButton = page.getByRole('link', { name: 'Volver a detalle de contrato' });
    this.generator = new GeneratorTable(page.locator('.cont_generator'));
    this.estimate = new EstimateTable(page.locator('.cont_estimacion'));
  }

  async goto(id: number): Promise<void> {
    await this.page.goto(`/proyectos/estimacion/detalle/${id}/`);
  }

  /** Shows the money table and waits until it is the one shown. */
  async showEstimate(): Promise<void> {
    await this.estimateTab.click();
    await this.estimate.root.waitFor();
  }

  /** Shows the generador and waits until it is the one shown. */
  async showGenerator(): Promise<void> {
    await this.generatorTab.click();
    await this.generator.root.waitFor();
  }

  /**
   * Clicks "Imprimir" and waits until the new window has loaded: the print page of the tab chosen.
   * That page opens the printer dialog at once, so `stubPrinting` must have run on the context.
   */
  async print(): Promise<Page> {
    const [opened] = await Promise.all([this.page.waitForEvent('popup'), this.printLink.click()]);
    await opened.waitForLoadState();
    return opened;
  }
}
