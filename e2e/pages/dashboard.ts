import type { Locator, Page } from '@playwright/test';
import { DashboardTable } from './components/dashboard-table.ts';
import { loadAfter } from './components/readiness.ts';
import { Modal } from './components/modal.ts';

/** The page one comes to after signing in: contracts under way and estimates that wait for money. */
export class Dashboard {
  readonly path = '/proyectos/';
  readonly contratos: DashboardTable;
  /** Level 2 and up. */
  readonly toInvoice: DashboardTable;
  /** Level 2 and up. */
  readonly toBePaid: DashboardTable;
  /** Greets a user whom the application takes for a new one. */
  readonly tutorial: Modal;
  readonly startTutorialButton: Locator;
  readonly skipTutorialButton: Locator;

  constructor(private readonly page: Page) {
    this.contratos = new DashboardTable(page, 'Contratos Vigentes');
    this.toInvoice = new DashboardTable(page, 'Estimaciones Pendientes de Facturar');
    this.toBePaid = new DashboardTable(page, 'Estimaciones Facturadas Pendientes de Pago');
    const tutorial = page.locator('#tutorialModal');
    this.tutorial = new Modal(tutorial);
    this.startTutorialButton = tutorial.getByRole('button', { name: 'Iniciar tutorial' });
    this.skipTutorialButton = tutorial.getByRole('button', { name: 'Saltar tutorial' });
  }

  /** The contract's progress in money: "12.34 %". Level 2 and up. */
  progress(shortName: string): Locator {
    return this.contratos.row(shortName).getByRole('cell').nth(1);
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** Skips the tutorial and waits until the dashboard has loaded anew, now with real data. */
  async skipTutorial(): Promise<void> {
    await this.tutorial.shown();
    await loadAfter(this.page, () => this.skipTutorialButton.click());
  }
}
