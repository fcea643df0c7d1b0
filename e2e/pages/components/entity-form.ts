import type { Locator, Page } from '@playwright/test';
import { loadAfter } from './readiness.ts';

/** What all forms drawn by django-bootstrap4 share: one button, errors under the fields and on top. */
export abstract class EntityForm {
  readonly saveButton: Locator;
  /** Errors under the fields. */
  readonly fieldErrors: Locator;
  /** Errors that belong to no field, on top of the form. */
  readonly formErrors: Locator;

  protected constructor(
    readonly page: Page,
    saveLabel: string | RegExp = 'Guardar',
  ) {
    this.saveButton = page.getByRole('button', { name: saveLabel, exact: true });
    this.fieldErrors = page.locator('.invalid-feedback');
    this.formErrors = page.locator('form .alert-danger');
  }

  /** The errors under one field. */
  errorOf(field: Locator): Locator {
    return this.page.locator('.form-group').filter({ has: field }).locator('.invalid-feedback');
  }

  /**
   * Submits and waits for the page that answers: the next one, or this one with errors. When the
   * browser itself refuses (an empty required field) nothing is sent: click `saveButton` instead.
   */
  async save(): Promise<void> {
    await loadAfter(this.page, () => this.saveButton.click());
  }
}
