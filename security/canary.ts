import type { BrowserContext, Page } from '@playwright/test';

/** Fields whose text can carry a canary, by the number that it gives away when it runs. */
export const fields = [
  'what was asked for',
  'name of a client',
  'name of a site',
  'place of a site',
  'name of a contact',
  'position of a contact',
  'short name of a contract',
  'code of a contract',
  'name of a contract',
  'short name of a subcontract',
  'text of a concept',
  'unit of a concept',
  'observations',
  'name of a measurement',
  'name of a retention',
  'legal name of a company',
  'name of a company',
  'first name of a user',
  'last name of a user',
  'position of a user',
] as const;

export type Field = (typeof fields)[number];

/** What a page did with the canaries. */
export interface Seen {
  /** Fields whose text ran as script. */
  readonly ran: readonly Field[];
  /** Fields whose text stands in the page as text. */
  readonly shown: readonly Field[];
}

interface Caged extends Window {
  ranCanaries?: number[];
}

// No address to load from: the browser gives up at once, and nothing is asked of the server.
const image = (field: Field): string => `<img src onerror=qa(${fields.indexOf(field)})>`;

/** 26 characters that would leave an attribute and run. */
export const shortCanary = (field: Field): string => `"'>${image(field)}`;

/**
 * 57 characters that would run in a title, an element and an attribute. The first of them stands in
 * front of 32, where lists cut names off.
 */
export const canary = (field: Field): string => `</title>${image(field)}${shortCanary(field)}`;

/** For fields without a limit: would also leave a text area and a script. */
export const longCanary = (field: Field): string =>
  `${canary(field)}</textarea></script><script>qa(${fields.indexOf(field)})</script>`;

/** Counts what canaries do, in all pages that the context opens from now on. */
export async function keepCanaries(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const ran: number[] = [];
    const sing = (field: number): void => void ran.push(field);
    // Some prints are in capitals.
    Object.assign(window, { qa: sing, QA: sing, ranCanaries: ran });
  });
}

/** What the canaries have done in a page so far, and which of them stand in it as text. */
export async function canariesIn(page: Page): Promise<Seen> {
  const { ran, texts } = await page.evaluate(async () => {
    // Failures of images are told in turn, so this one comes after all that the page holds.
    await new Promise((resolve) => {
      const last = new Image();
      last.onerror = resolve;
      last.src = '';
    });
    const controls = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    return {
      ran: (window as Caged).ranCanaries ?? [],
      texts: [document.documentElement.textContent, ...controls.map(({ value }) => value)],
    };
  });
  const all = texts.join('\n').toLowerCase();
  return {
    ran: fields.filter((_, number) => ran.includes(number)),
    shown: fields.filter((field) => all.includes(image(field))),
  };
}
