import type { Page } from '@playwright/test';
import { ListPage } from './components/list-page.ts';

/** The list of Contrapartes of the company one works in. */
export class ContraparteList extends ListPage {
  constructor(page: Page) {
    super(page, '/proyectos/listado/clientes/');
  }
}
