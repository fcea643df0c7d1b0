import type { Locator } from '@playwright/test';

/**
 * A date box with tempusdominus. It understands YYYY-MM-DD only and turns anything else, without a
 * word, into another date (15/01/2026 becomes 2015-01-20). It pops a calendar up while it has the
 * focus, which covers the controls below.
 */
export class DateField {
  /** The calendar, while it is open. */
  readonly calendar: Locator;

  constructor(readonly input: Locator) {
    this.calendar = input.locator('xpath=..').locator('.bootstrap-datetimepicker-widget');
  }

  /**
   * Types a text, leaves the box with Tab, as one must for the widget to take it, and waits until
   * the calendar has closed.
   * @param text a date as YYYY-MM-DD, or something else to see what becomes of it
   */
  async set(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Tab');
    await this.calendar.waitFor({ state: 'hidden' });
  }

  /** Empties the box and leaves it. */
  async clear(): Promise<void> {
    await this.set('');
  }
}
