import type { Locator } from '@playwright/test';

/** One entry of a list page. */
export class ListCard {
  /** The name, which leads to the detail page. */
  readonly title: Locator;
  readonly editLink: Locator;
  readonly deleteLink: Locator;

  constructor(readonly root: Locator) {
    this.title = root.locator('.anchor_div_list');
    this.editLink = root.getByRole('link', { name: 'Editar', exact: true });
    this.deleteLink = root.getByRole('link', { name: 'Eliminar', exact: true });
  }

  /** A line of the card by its bold name, for instance "Fecha:". */
  line(name: string): Locator {
    return this.root.locator('p').filter({ hasText: name });
  }
}
