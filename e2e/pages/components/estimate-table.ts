import type { Locator } from '@playwright/test';

/** What the money table says about one concept. */
export interface EstimateRow {
  readonly root: Locator;
  readonly text: Locator;
  readonly unit: Locator;
  readonly contractedQuantity: Locator;
  readonly unitPrice: Locator;
  readonly contractedAmount: Locator;
  readonly previousQuantity: Locator;
  readonly previousAmount: Locator;
  readonly accumulatedQuantity: Locator;
  readonly accumulatedAmount: Locator;
  readonly quantity: Locator;
  readonly amount: Locator;
}

/** The money table of an estimate: the same on the screen and in print. */
export class EstimateTable {
  readonly root: Locator;
  /** The row "Totales Estimación:". */
  readonly totals: Locator;
  readonly contractedTotal: Locator;
  readonly previousTotal: Locator;
  readonly accumulatedTotal: Locator;
  readonly total: Locator;
  /** "Amortización de anticipo (10.00%)"; there only when the estimate shows it. */
  readonly amortisation: Locator;
  readonly subtotal: Locator;
  readonly totalRetenciones: Locator;
  readonly finalTotal: Locator;
  readonly signatures: Locator;

  /** @param scope the page, or the part of it that holds the table */
  constructor(scope: { locator: Locator['locator'] }) {
    this.root = scope.locator('table.estimate');
    this.totals = this.lineWith('Totales Estimación:');
    const totals = this.totals.getByRole('cell');
    this.contractedTotal = totals.nth(1);
    this.previousTotal = totals.nth(2);
    this.accumulatedTotal = totals.nth(3);
    this.total = totals.nth(4);
    this.amortisation = this.amountOf('Amortización de anticipo');
    this.subtotal = this.amountOf('Subtotal de Estimación:');
    this.totalRetenciones = this.amountOf('Total de Retenciones:');
    this.finalTotal = this.amountOf('TOTAL FINAL:');
    this.signatures = this.root.locator('.cont_firma');
  }

  /** The row of a concept, by its code. */
  row(code: string): EstimateRow {
    const root = this.root.locator('tbody tr').filter({
      has: this.root.page().locator(`td:first-child:text-is(${JSON.stringify(code)})`),
    });
    const cell = root.getByRole('cell');
    return {
      root,
      text: cell.nth(1),
      unit: cell.nth(2),
      contractedQuantity: cell.nth(3),
      unitPrice: cell.nth(4),
      contractedAmount: cell.nth(5),
      previousQuantity: cell.nth(6),
      previousAmount: cell.nth(7),
      accumulatedQuantity: cell.nth(8),
      accumulatedAmount: cell.nth(9),
      quantity: cell.nth(10),
      amount: cell.nth(11),
    };
  }

  /** The amount of a retention, by its name. A percentage stands behind the name, in brackets. */
  retencion(name: string): Locator {
    return this.amountOf(name);
  }

  /** A line of the head, for instance "Contrato:". */
  heading(name: string): Locator {
    return this.root
      .locator('table.informacion tr')
      .filter({ hasText: name })
      .getByRole('cell')
      .last();
  }

  private amountOf(name: string): Locator {
    return this.lineWith(name).getByRole('cell').last();
  }

  private lineWith(text: string): Locator {
    return this.root.locator('tbody tr').filter({ hasText: text });
  }
}
