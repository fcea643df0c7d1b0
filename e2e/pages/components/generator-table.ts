import type { Locator } from '@playwright/test';

/** What the generador says about one concept. */
export interface GeneratorRow {
  readonly root: Locator;
  readonly text: Locator;
  /** Name, length, width, height, pieces of the first measurement. */
  readonly firstVertice: Locator;
  readonly quantity: Locator;
  readonly unit: Locator;
  readonly observations: Locator;
}

/** The measurements behind an estimate. In print with images each concept has a table of its own. */
export class GeneratorTable {
  readonly root: Locator;
  /** The concepts that have a quantity in this estimate; the others are left out. */
  readonly rows: Locator;
  readonly images: Locator;
  readonly signatures: Locator;

  /** @param scope the page, or the part of it that holds the generador */
  constructor(scope: { locator: Locator['locator'] }) {
    this.root = scope.locator('.est_cont');
    this.rows = this.root.locator('tr[id^="conc-"]');
    this.images = this.root.locator('img[class^="estimateImage"]');
    this.signatures = this.root.locator('.cont_firma');
  }

  /** The row of a concept, by its code: it also holds the concept's first measurement. */
  row(code: string): GeneratorRow {
    const root = this.rows.filter({
      has: this.root.page().locator(`td:first-child:text-is(${JSON.stringify(code)})`),
    });
    const cell = root.getByRole('cell');
    return {
      root,
      text: cell.nth(1),
      firstVertice: cell.nth(2),
      quantity: cell.nth(7),
      unit: cell.nth(8),
      observations: cell.nth(9),
    };
  }

  /** The cells name, length, width, height and pieces of a measurement, by its name. */
  vertice(name: string): Locator {
    // The first measurement shares its row with the concept, so the name may not be the first cell.
    const cell = this.root.locator(`td:text-is(${JSON.stringify(name)})`);
    return cell.or(cell.locator('xpath=following-sibling::td[position() <= 4]'));
  }

  /** A line of the head, for instance "CONTRATO:". */
  heading(name: string): Locator {
    return this.root
      .locator('table.informacion tr')
      .filter({ hasText: name })
      .getByRole('cell')
      .last();
  }
}
