import { hold, type Judged, type Visits } from './judge.ts';
import type { Transfer } from './transfer.ts';

/**
 * What files of a page and its weight may take at most. The first byte: what Lighthouse allows a
 * server (https://developer.chrome.com/docs/lighthouse/performance/time-to-first-byte); the rest: half
 * of the two seconds of a page; the weight: what Lighthouse advises
 * (https://developer.chrome.com/docs/lighthouse/performance/total-byte-weight).
 */
export const budgets = { firstByteMs: 600, transferMs: 1000, pageBytes: 1600 * 1024 } as const;

/** What is said of a file or of the weight of a page. */
export interface Held extends Judged {
  /** A time, which a busy machine makes longer; else a weight. */
  readonly inMs: boolean;
}

/**
 * Holds each file of the cold visits, its first byte and its transfer, and the weight of the page
 * against their budgets. The page itself is no file: what it takes is line PT-01.
 */
export function judgeFiles({ cold }: Visits): Held[] {
  const files = new Map<string, Transfer[]>();
  for (const transfer of cold.flatMap(({ transfers }) => transfers)) {
    if (transfer.kind === 'document') continue;
    const { origin, pathname } = new URL(transfer.url);
    const name = `${origin}${pathname}`;
    files.set(name, [...(files.get(name) ?? []), transfer]);
  }
  const weights = cold.map(({ bytes }) => bytes);
  const times = [...files].flatMap(([name, transfers]) => {
    const firstBytes = transfers.map(({ server }) => server);
    const rest = transfers.map(({ transfer }) => transfer);
    return [
      hold(`ms to the first byte of ${name}`, firstBytes, budgets.firstByteMs),
      hold(`ms of transfer of ${name}`, rest, budgets.transferMs),
    ];
  });
  return [
    { ...hold('bytes of the page', weights, budgets.pageBytes), inMs: false },
    ...times.map((one) => ({ ...one, inMs: true })),
  ];
}

/**
 * The files that did not come in a cold visit, each once with the reason, and in how many of them. There
 * is no share of the visits that may go without: no busy machine makes a file answer 404.
 */
export function missingFiles({ cold }: Visits): string[] {
  const times = new Map<string, number>();
  for (const name of cold.flatMap(({ missing }) => [...new Set(missing)])) {
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].map(([name, n]) => `did not come in ${n} of ${cold.length} visits: ${name}`);
}
