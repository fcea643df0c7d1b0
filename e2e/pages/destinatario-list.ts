import type { Page } from '@playwright/test';
import { ListPage } from './components/list-page.ts';

/** The list of Destinatarios of the company one works in. */
export class DestinatarioList extends ListPage {
  constructor(page: Page) {
    super(page, '/proyectos/listado/destinatarios/');
  }
}
