import type { Page } from '@playwright/test';
import { ListPage } from './components/list-page.ts';

/** The colleagues in the company one works in, oneself left out. Level 3 and up. */
export class UserList extends ListPage {
  constructor(page: Page) {
    super(page, '/users/');
  }
}
