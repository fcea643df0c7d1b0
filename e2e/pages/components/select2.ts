import type { Locator, Page } from '@playwright/test';

/**
 * A select2 widget in front of a native `<select>` whose options are in the page. The native element
 * is there but out of sight: what a person uses is the box that select2 puts after it.
 */
export class Select2 {
  /** The native `<select>`: holds what the form will send. */
  readonly native: Locator;
  /** The box a person clicks. */
  readonly box: Locator;
  /** The text in the box, after a "×" where it may be emptied; of a multiple one, all entries. */
  readonly value: Locator;
  /** The entries chosen in a multiple one. */
  readonly choices: Locator;
  /** The list of results and messages, while it is open. */
  readonly results: Locator;
  /** Every line of the list: results, "Searching…", "No results found". */
  readonly options: Locator;
  readonly searchField: Locator;
  /** The list, in whichever place select2 hangs it. */
  protected readonly dropdown: Locator;

  /** @param select CSS selector of the native `<select>`, unique on the page */
  constructor(
    protected readonly page: Page,
    select: string,
  ) {
    const container = page.locator(`${select} + .select2`);
    this.native = page.locator(select);
    this.box = container.locator('.select2-selection');
    this.value = container.locator('.select2-selection__rendered');
    this.choices = container.locator('.select2-selection__choice');
    // select2 opens one list at a time and hangs it at the end of the body, not next to its box.
    this.dropdown = page.locator('.select2-container--open .select2-dropdown');
    this.results = this.dropdown.locator('.select2-results__options');
    this.options = this.results.locator('.select2-results__option');
    this.searchField = page.locator('.select2-container--open .select2-search__field');
  }

  /** The result with exactly this text. */
  option(text: string): Locator {
    return this.results.getByText(text, { exact: true });
  }

  /** The chosen entry with this text, in a multiple one. */
  choice(text: string): Locator {
    return this.choices.filter({ hasText: text });
  }

  /** Opens the list and waits until one can type in it. */
  async open(): Promise<void> {
    await this.box.click();
    await this.searchField.waitFor();
  }

  /** Closes the list, choosing nothing. */
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dropdown.waitFor({ state: 'hidden' });
  }

  /** Opens the list, picks the option and waits until the box shows it. */
  async choose(text: string): Promise<void> {
    await this.open();
    await this.pick(this.option(text), text);
  }

  /** Takes an entry out of a multiple one and waits until it has gone. */
  async remove(text: string): Promise<void> {
    await this.choice(text).locator('.select2-selection__choice__remove').click();
    await this.choice(text).waitFor({ state: 'hidden' });
    // Taking an entry out opens the list, which would cover the next field.
    await this.close();
  }

  protected async pick(option: Locator, shown: string): Promise<void> {
    await option.click();
    await this.dropdown.waitFor({ state: 'hidden' });
    await this.value.filter({ hasText: shown }).waitFor();
  }
}
