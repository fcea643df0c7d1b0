import type { Locator, Page } from '@playwright/test';
import { DetailTable } from './components/detail-table.ts';

/** The page of one user. */
export class UserDetail {
  readonly heading: Locator;
  readonly details: DetailTable;
  readonly editLink: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 2, name: 'Detalle del usuario' });
    this.details = new DetailTable(page);
    this.editLink = page.getByRole('link', { name: 'Editar Usuario', exact: true });
  }

  /** @param username leave out for oneself */
  async goto(username?: string): Promise<void> {
    await this.page.goto(`/users/detalle/${username === undefined ? '' : `${username}/`}`);
  }
}
