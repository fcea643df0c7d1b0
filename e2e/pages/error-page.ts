import type { Locator, Page } from '@playwright/test';

/** What the application shows when something is forbidden, missing or broken. */
export class ErrorPage {
  /** "Page not found", "403 Forbidden", "Ooops!!! 500"… */
  readonly heading: Locator;
  readonly text: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.text = page.locator('body');
  }
}
