import type { Page } from '@playwright/test';
import { ListPage } from './components/list-page.ts';

/** The list of Sitios of the company one works in. */
export class SitioList extends ListPage {
  constructor(page: Page) {
    super(page, '/proyectos/listado/sitios/');
  }
}
