import { expect, test } from '../fixtures/index.ts';
import { openFramed, type Frame } from './framing.ts';

// Another port is another origin, but the same site: there the cookies of a visitor go along.
const arounds = [
  {
    who: 'a page of another origin',
    // The browser is given the page before it would connect; nothing need listen there.
    around: ({ protocol, hostname, port }: URL) =>
      `${protocol}//${hostname}:${port === '' ? 9443 : Number(port) + 1}/trampa/`,
  },
  { who: 'another page of its own', around: (target: URL) => `${target.origin}/trampa/` },
] as const;

const remedy =
  "X_FRAME_OPTIONS = 'DENY' and XFrameOptionsMiddleware in MIDDLEWARE, no view exempt, or frame-ancestors 'none' in a Content-Security-Policy";

/** A page, and the element by which it is known. */
interface Framable {
  readonly what: string;
  /** The page as it came. */
  readonly body: string;
  readonly mark: string;
}

/** Sees that a browser shows a page in a frame without its headers, and refuses to with them. */
async function expectRefused(
  context: Parameters<typeof openFramed>[0],
  frame: Frame,
  { what, body, mark }: Framable,
): Promise<void> {
  const bare = await openFramed(context, { ...frame, bare: body });
  await expect(
    bare.page.frameLocator('iframe').locator(mark),
    'the same page without its headers is shown',
  ).toBeVisible();
  expect(bare.refused).toEqual([]);

  const real = await openFramed(context, frame);
  await expect(
    real.page.frameLocator('iframe').locator(mark),
    `${what} is shown in a frame of ${frame.around}. Remedy: ${remedy}`,
  ).toHaveCount(0);
  await expect
    .poll(() => real.refused, 'the browser says that it is for the headers')
    .not.toEqual([]);
}

for (const { who, around } of arounds) {
  test(
    `a browser does not show the login page to a stranger in the frame of ${who}`,
    { tag: ['@SC-10', '@observe'] },
    async ({ browser, acting, raw, baseURL }) => {
      const target = new URL('/accounts/login/', baseURL);
      const { body, status } = await raw(target.pathname);
      expect(status).toBe(200);
      const context = await browser.newContext({ extraHTTPHeaders: { ...acting.headers } });
      const frame = { around: around(target), inside: target.href };
      await expectRefused(context, frame, { what: 'The login page', body, mark: '#id_login' });
      await context.close();
    },
  );

  test(
    `a browser does not show the dashboard to a director in the frame of ${who}`,
    { tag: ['@SC-10', '@write'] },
    async ({ browser, acting, raw, baseURL, personOf }) => {
      const { state } = await personOf('director');
      const target = new URL('/proyectos/', baseURL);
      const { body, status } = await raw(target.pathname, { signedIn: state });
      expect(status).toBe(200);
      const context = await browser.newContext({
        extraHTTPHeaders: { ...acting.headers },
        storageState: state,
      });
      const frame = { around: around(target), inside: target.href };
      await expectRefused(context, frame, { what: 'The dashboard', body, mark: '#dropdownMenu2' });
      await context.close();
    },
  );
}
