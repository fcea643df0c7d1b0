import type { Locator, Page } from '@playwright/test';
import { escapeRegExp } from './components/escape.ts';
import { ListCard } from './components/list-card.ts';
import { ListPage } from './components/list-page.ts';

/** The list of contracts of the company one works in. */
export class ContratoList extends ListPage {
  constructor(page: Page) {
    super(page, '/proyectos/listado/contratos/');
  }

  /** The card of a contract by its short name; the title has the folio before it. */
  override card(shortName: string): ListCard {
    return new ListCard(
      this.cards.filter({
        has: this.page.locator('.anchor_div_list').filter({
          hasText: new RegExp(String.raw`^\s*\d+\.\s*${escapeRegExp(shortName)}\s*$`),
        }),
      }),
    );
  }

  /** Shows or hides the PDF of a contract. */
  previewToggle(shortName: string): Locator {
    return this.card(shortName).root.locator('.mostrar-contrato');
  }

  /** The PDF of a contract; gets its address when first shown. */
  preview(shortName: string): Locator {
    return this.card(shortName).root.locator('object');
  }

  /** Shows the PDF of a contract and waits until it has an address. */
  async showPreview(shortName: string): Promise<void> {
    await this.previewToggle(shortName).click();
    await this.preview(shortName).and(this.page.locator('[data]:not([data=""])')).waitFor();
  }
}
