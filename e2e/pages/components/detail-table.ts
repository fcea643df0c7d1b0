import type { Locator } from '@playwright/test';

/** The table of a detail page: a name on the left, its value on the right. */
export class DetailTable {
  readonly root: Locator;

  constructor(scope: { locator: Locator['locator'] }) {
    this.root = scope.locator('table.table_detalle');
  }

  /** The row with this name in its first cell. */
  row(name: string): Locator {
    return this.root
      .getByRole('row')
      .filter({ has: this.root.page().getByRole('cell', { name, exact: true }) });
  }

  /** The value to the right of a name. */
  value(name: string): Locator {
    return this.row(name).getByRole('cell').nth(1);
  }
}
