import type { Locator, Page } from '@playwright/test';
import { DeleteDialog } from './delete-dialog.ts';
import { ListCard } from './list-card.ts';
import { Pager } from './pager.ts';

/** What all list pages share: a heading, a "+" and one card an entry. */
export abstract class ListPage {
  readonly heading: Locator;
  /** The "+" that leads to the form for a new entry. It has no text. */
  readonly addLink: Locator;
  readonly cards: Locator;
  readonly deletion: DeleteDialog;
  readonly pager: Pager;

  protected constructor(
    readonly page: Page,
    readonly path: string,
  ) {
    this.heading = page.getByRole('heading', { level: 2 }).first();
    this.addLink = page.locator('a.boton');
    this.cards = page.locator('.div_list');
    this.deletion = new DeleteDialog(page);
    this.pager = new Pager(page);
  }

  /** The card whose title is exactly this. */
  card(title: string): ListCard {
    return new ListCard(
      this.cards.filter({ has: this.page.getByRole('link', { name: title, exact: true }) }),
    );
  }

  /** Titles of the objects on this page, top to bottom. */
  async titles(): Promise<string[]> {
    return this.cards.locator('.anchor_div_list').allTextContents();
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** Removes an entry through the question, and waits until its card has gone. */
  async remove(title: string): Promise<void> {
    const card = this.card(title);
    await this.deletion.openBy(card.deleteLink);
    await this.deletion.confirm();
    await card.root.waitFor({ state: 'detached' });
  }
}
