import type { BrowserContext, Request } from '@playwright/test';
import type { Device } from './devices.ts';
import { transferOf, type Parts, type Transfer } from './transfer.ts';
import { vitalsOf, type Vitals } from './vitals.ts';

/** How a page opened once. Times in milliseconds from the start of the navigation. */
export interface Visit extends Vitals {
  /** When the answer began to arrive. */
  readonly ttfb: number;
  /** Where the time until both `load` and LCP went; the parts of the document, then the rest. */
  readonly split: Parts & { readonly before: number; readonly render: number };
  /** Weight of the page over the network, headers included. */
  readonly bytes: number;
  /** Every file, the document first, without the icon of the site, which Chrome keeps to itself. */
  readonly transfers: readonly Transfer[];
  /** Files that did not come, each with the reason. */
  readonly missing: readonly string[];
}

/**
 * Opens a page in a tab of its own and measures it.
 *
 * @param context that `measureVitals` was called on: a new one has neither cache nor connections
 * @param path of the page; it has to answer itself, with 200
 * @param device whose pages the context opens
 * @throws when another page answers, or none
 */
export async function visit(
  context: BrowserContext,
  path: string,
  { slowDown }: Pick<Device, 'slowDown'>,
): Promise<Visit> {
  const page = await context.newPage();
  await slowDown?.(page);
  const finished: Request[] = [];
  const failed: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  page.on('requestfailed', (request) => failed.push(request));
  const answer = await page.goto(path);
  const { pathname } = new URL(page.url());
  if (answer?.status() !== 200 || pathname !== path) {
    throw new Error(`${path} was answered by ${pathname} with ${answer?.status() ?? 'nothing'}`);
  }
  const vitals = await vitalsOf(page);
  const transfers = await Promise.all(
    finished.map((request) => transferOf(request, vitals.startedAt)),
  );
  const missing = [
    ...transfers.flatMap(({ url, status }) => (status < 400 ? [] : said(url, `status ${status}`))),
    ...(await Promise.all(failed.map(failureOf))),
  ];
  await page.close();
  transfers.sort((a, b) => a.start - b.start);
  const [document] = transfers;
  if (document?.kind !== 'document') throw new Error(`${path} ended before its document did`);
  const { dns, tcp, tls, server, transfer } = document;
  const ttfb = document.end - transfer;
  return {
    ...vitals,
    ttfb,
    split: {
      before: ttfb - server - tls - tcp - dns,
      dns,
      tcp,
      tls,
      server,
      transfer,
      render: Math.max(vitals.load, vitals.lcp) - document.end,
    },
    bytes: transfers.reduce((sum, { bytes }) => sum + bytes, 0),
    transfers,
    missing,
  };
}

/** Why a request failed; an answer that the browser would not have tells more than that it would not. */
async function failureOf(request: Request): Promise<string> {
  const answer = await request.response();
  const reason = request.failure()?.errorText ?? 'it failed';
  return said(request.url(), answer === null ? reason : `status ${answer.status()}, ${reason}`);
}

const said = (url: string, reason: string): string => `${url.replace(/[?#].*$/, '')}: ${reason}`;
