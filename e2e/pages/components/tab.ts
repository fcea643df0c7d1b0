import type { Locator, Page } from '@playwright/test';

/** A Bootstrap tab and its panel. The panels fade over one another: the old one goes first. */
export class Tab {
  readonly tab: Locator;
  readonly panel: Locator;
  private readonly shownPanel: Locator;

  constructor(page: Page, name: string) {
    this.tab = page.getByRole('tab', { name, exact: true });
    this.panel = page.getByRole('tabpanel', { name, exact: true, includeHidden: true });
    this.shownPanel = this.panel.and(page.locator('.active.show'));
  }

  /** Opens the tab by a click and waits until its panel is the one shown. */
  async open(): Promise<void> {
    await this.tab.click();
    await this.shown();
  }

  /** Waits until this panel is the one shown, whoever opened it. */
  async shown(): Promise<void> {
    await this.shownPanel.waitFor();
  }
}
