import type { Locator } from '@playwright/test';
import { refuseFailure } from './readiness.ts';
import { Select2 } from './select2.ts';

/** Lines that mean "no answer yet", in both languages that Construbot's two select2 copies speak. */
const pending =
  /^(Please enter|Searching|Loading more|Por favor|Buscando|Cargando más|Introduzca|Debe introducir)/;

/**
 * A select2 widget that asks the server (django-autocomplete-light): it needs one to three letters,
 * asks 250 ms after the last key, and may offer to create what it did not find.
 */
export class Autocomplete extends Select2 {
  /** The answers of the server; not the messages that come before them. */
  get answers(): Locator {
    return this.options.filter({ hasNotText: pending });
  }

  /** The offer to create a row with this text, made when nothing is called exactly so. */
  createOption(text: string): Locator {
    return this.option(`Crear "${text}"`);
  }

  /** Opens the list, types, and waits until the answer to exactly this text is on the screen. */
  async search(text: string): Promise<void> {
    await this.open();
    await Promise.all([
      this.page.waitForResponse((response) => {
        const { pathname, searchParams } = new URL(response.url());
        return pathname.endsWith('-autocomplete/') && searchParams.get('q') === text;
      }),
      this.type(text),
    ]);
    // Until the answer is drawn, the list still holds the last one with "Searching…" on top.
    await this.options.filter({ hasText: pending }).waitFor({ state: 'hidden' });
    await this.answers.first().waitFor();
  }

  /**
   * Searches, picks the answer with exactly this text and waits until the box shows it.
   * @param query what to type when it is not the text itself, for instance a part of it
   */
  override async choose(text: string, query: string = text): Promise<void> {
    await this.search(query);
    await this.pick(this.option(text), text);
  }

  /**
   * Searches and picks "Crear …": the row is created there and then, whether or not the form is
   * saved later. Waits for the server and until the box shows the new entry.
   */
  async create(text: string): Promise<void> {
    await this.search(text);
    const created = this.page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && response.url().includes('-autocomplete/'),
    );
    const [response] = await Promise.all([created, this.createOption(text).click()]);
    refuseFailure(response);
    await this.dropdown.waitFor({ state: 'hidden' });
    await this.value.filter({ hasText: text }).waitFor();
  }

  private async type(text: string): Promise<void> {
    // After Escape a multiple select2 takes no text until some key goes down, as in typing by hand.
    await this.searchField.press('Shift');
    await this.searchField.fill(text);
  }
}
