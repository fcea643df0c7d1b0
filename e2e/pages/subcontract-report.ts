import type { Locator, Page } from '@playwright/test';
import { EstimateTable } from './components/estimate-table.ts';

/** The estimates of subcontracts that end in the period of an estimate. */
export class SubcontractReport {
  readonly heading: Locator;
  readonly table: Locator;
  readonly rows: Locator;
  /** The sums, in the order contracted, previous, accumulated, this. */
  readonly totals: Locator;
  /** The estimate that is unfolded under its row. */
  readonly unfolded: EstimateTable;
  private readonly unfoldedCell: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 2 });
    this.table = page.locator('#subcontrato-table');
    this.rows = this.table.locator('tbody#subcontratos-body > tr');
    this.totals = this.table.locator('> tfoot td:not(:first-child)');
    this.unfoldedCell = page.locator('#subestimacioncontainer');
    this.unfolded = new EstimateTable(this.unfoldedCell);
  }

  /** The row of a subcontract, by its short name. */
  row(shortName: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('cell', { name: shortName, exact: true }) });
  }

  path(estimacionId: number): string {
    return `/proyectos/estimacion/${estimacionId}/reporte-subcontratistas/`;
  }

  async goto(estimacionId: number): Promise<void> {
    await this.page.goto(this.path(estimacionId));
  }

  /** Unfolds the estimate of a subcontract and waits until it has arrived. */
  async unfold(shortName: string): Promise<void> {
    await this.row(shortName).locator('.llamar-subestimacion .oi').click();
    await this.unfolded.root.waitFor();
  }

  /** Folds the estimate of a subcontract again and waits until it has gone. */
  async fold(shortName: string): Promise<void> {
    await this.row(shortName).locator('.llamar-subestimacion .oi').click();
    await this.unfoldedCell.waitFor({ state: 'detached' });
  }
}
