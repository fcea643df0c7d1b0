import type { BrowserContext, Page } from '@playwright/test';

/** A page of some origin that shows another in a frame, and what the browser said about it. */
export interface Framed {
  readonly page: Page;
  /** What the browser refused, in its own words. */
  readonly refused: readonly string[];
}

/** What is framed, and where. */
export interface Frame {
  /** Address of the page that has the frame: the browser is given it from here, no server is asked. */
  readonly around: string;
  /** Address of the page in the frame. */
  readonly inside: string;
  /** Given to the browser in place of the framed page: the same one without its headers. */
  readonly bare?: string;
}

/**
 * Opens a page that frames another, and waits until the frame has ended to load.
 *
 * @param context without guards, as a refusal is logged as an error
 * @throws when the outer page cannot be shown
 */
export async function openFramed(
  context: BrowserContext,
  { around, inside, bare }: Frame,
): Promise<Framed> {
  const refused: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/X-Frame-Options|frame-ancestors/i.test(message.text())) refused.push(message.text());
  });
  const html = (body: string): { contentType: string; body: string } => ({
    contentType: 'text/html; charset=utf-8',
    body,
  });
  await page.route(around, (route) =>
    route.fulfill(
      html(
        `<!doctype html><title>Otro sitio</title><iframe src="${inside}" width="1200" height="700"></iframe>`,
      ),
    ),
  );
  if (bare !== undefined) await page.route(inside, (route) => route.fulfill(html(bare)));
  // Else a browser asks its user first when the target is on this machine, and shows nothing.
  await context.grantPermissions(['local-network-access'], { origin: new URL(around).origin });
  await page.goto(around);
  return { page, refused };
}
