import type { Page } from '@playwright/test';
import { ListPage } from './components/list-page.ts';

/** The companies one may work in. Opening one changes to it. Level 3 and up. */
export class CompanyList extends ListPage {
  constructor(page: Page) {
    super(page, '/users/listado/company/');
  }
}
