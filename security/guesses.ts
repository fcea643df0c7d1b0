import type { Exchange } from '../fixtures/http/exchange.ts';

/**
 * Guesses at one account that may be answered before it is guarded: ASVS 4.0.3, 2.2.1 allows a
 * hundred an hour.
 */
export const mostGuesses = 100;

/** How much longer a guess has to take before it counts as slowed, in milliseconds. */
const slowedByMs = 2000;

/** What became of a burst of wrong passwords. */
export interface Burst {
  /** Guesses that were answered as such. */
  readonly taken: number;
  /** The answer that was no longer of that kind, or the last one. */
  readonly last: Exchange;
}

/**
 * Sends wrong passwords until one is no longer answered as the first was, but refused otherwise or
 * slowed down.
 *
 * @param send sends one
 * @returns with more than {@link mostGuesses} when that never happens
 */
export async function burst(send: (password: string) => Promise<Exchange>): Promise<Burst> {
  const first = await send('No-Es-Esta-0');
  for (let taken = 1; ; taken += 1) {
    const last = await send(`No-Es-Esta-${taken}`);
    const alike =
      last.status === first.status &&
      withoutTokens(last.body) === withoutTokens(first.body) &&
      last.durationMs < first.durationMs + slowedByMs;
    if (!alike || taken >= mostGuesses) return { taken: alike ? taken + 1 : taken, last };
  }
}

/** A page without what differs from answer to answer: the values of its controls. */
export const withoutTokens = (html: string): string => html.replace(/value="[^"]*"/g, '');
