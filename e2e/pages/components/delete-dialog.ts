import type { Locator, Page } from '@playwright/test';
import { loadAfter, refuseFailure } from './readiness.ts';

/** The question that a list fetches and shows before it removes an entry. */
export class DeleteDialog {
  readonly root: Locator;
  readonly question: Locator;
  readonly confirmButton: Locator;
  readonly cancelButton: Locator;

  /** @param container CSS selector of the element that the question is put into */
  constructor(
    private readonly page: Page,
    container = '#cont_danger',
  ) {
    this.root = page.locator(container);
    this.question = this.root.getByText('¿Está seguro de que quiere eliminar este elemento?');
    this.confirmButton = this.root.getByRole('button', { name: 'Confirmar' });
    this.cancelButton = this.root.getByRole('button', { name: 'Cancelar' });
  }

  /** Clicks "Eliminar" and waits until the question has arrived. */
  async openBy(trigger: Locator): Promise<void> {
    await trigger.click();
    await this.confirmButton.waitFor();
  }

  /**
   * Confirms, and waits until the server has answered and the list has loaded anew. Throws when the
   * server refuses: the list stays as it was then, and nothing on it says so.
   */
  async confirm(): Promise<void> {
    const answered = this.page
      .waitForResponse(
        (response) =>
          response.request().method() === 'POST' && response.url().includes('/eliminar/'),
      )
      .then(refuseFailure);
    await Promise.all([answered, loadAfter(this.page, () => this.confirmButton.click())]);
  }

  /** Cancels and waits until the question has gone. */
  async cancel(): Promise<void> {
    await this.cancelButton.click();
    await this.root.waitFor({ state: 'hidden' });
  }
}
