import type { Locator, Page } from '@playwright/test';

/** One table of the dashboard. */
export class DashboardTable {
  readonly root: Locator;
  readonly headings: Locator;
  readonly links: Locator;
  /** The sum in the last row. */
  readonly total: Locator;

  /** @param title what stands above the table */
  constructor(
    private readonly page: Page,
    title: string,
  ) {
    this.root = page.locator(`p:has(strong:text-is(${JSON.stringify(title)})) + table`);
    this.headings = this.root.getByRole('columnheader');
    this.links = this.root.getByRole('link');
    this.total = this.root
      .getByRole('row')
      .filter({ has: page.locator('td:first-child', { hasText: /^\s*Total/ }) })
      .getByRole('cell')
      .last();
  }

  /** The row with a link of which this is a part: the short name of a contract. */
  row(name: string): Locator {
    return this.root.getByRole('row').filter({ has: this.page.getByRole('link', { name }) });
  }
}
