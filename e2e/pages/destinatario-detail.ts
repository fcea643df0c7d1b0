import type { Locator, Page } from '@playwright/test';
import { DetailTable } from './components/detail-table.ts';

/** The page of one Destinatario. */
export class DestinatarioDetail {
  readonly heading: Locator;
  readonly details: DetailTable;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 2, name: 'Detalle de' });
    this.details = new DetailTable(page);
  }

  async goto(id: number): Promise<void> {
    await this.page.goto(`/proyectos/destinatario/detalle/${id}/`);
  }
}
