import { setTimeout as wait } from 'node:timers/promises';
import { fetch } from 'undici';
import type { Webhook } from '../fixtures/env.ts';
import type { Notice } from './notice.ts';
import { slackMessage } from './slack-message.ts';

/** How patient {@link postNotice} is. */
export interface Patience {
  /** How long a try, and a wait that the other side asks for, may take, in milliseconds. */
  readonly limitMs: number;
  /** How long to wait after each try but the last, in milliseconds. */
  readonly waitsMs: readonly number[];
}

interface Answer {
  /** Undefined when the notice was taken. */
  readonly problem?: string;
  /** Whether another try may help. */
  readonly again?: boolean;
  /** What the other side asks to wait, in milliseconds. */
  readonly waitMs?: number | undefined;
}

/**
 * Tells a webhook, with a few tries. Redirects are not followed: the notice is for the address that
 * the operator has written and for no other. Never throws.
 *
 * @param webhook where, and in which form
 * @returns undefined when it was taken; else why not, in a sentence that keeps the path of the
 *   address to itself, because who knows it may write there
 */
export async function postNotice(
  notice: Notice,
  { url, format }: Webhook,
  { limitMs, waitsMs }: Patience = { limitMs: 10_000, waitsMs: [1_000, 4_000] },
): Promise<string | undefined> {
  const body = JSON.stringify(format === 'slack' ? slackMessage(notice) : notice);
  for (let tries = 1; ; tries += 1) {
    const { problem, again = false, waitMs } = await post(url, body, limitMs);
    if (problem === undefined) return undefined;
    const pause = waitsMs[tries - 1];
    // Asked for more patience than there is, a further try before that would only be a burden.
    if (!again || pause === undefined || (waitMs ?? 0) > limitMs) {
      return `The webhook ${url.origin}/••• was not told: ${problem} (${tries === 1 ? '1 try' : `${tries} tries`}).`;
    }
    await wait(waitMs ?? pause);
  }
}

async function post(url: URL, body: string, limitMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    // What it says is of no use, and an unread answer would keep the process waiting.
    await response.body?.cancel().catch(() => undefined);
    const { status, ok, headers } = response;
    if (ok) return {};
    return {
      problem: `it answered ${status}`,
      again: status === 429 || status >= 500,
      waitMs:
        status === 429 || status === 503 ? retryAfterMs(headers.get('retry-after')) : undefined,
    };
  } catch (error) {
    return { problem: reasonOf(error, limitMs), again: true };
  }
}

/** Seconds or a date, https://www.rfc-editor.org/rfc/rfc9110#field.retry-after. */
function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

// The messages of these errors may hold the whole address; their names and codes do not.
function reasonOf(error: unknown, limitMs: number): string {
  if (!(error instanceof Error)) return 'it could not be reached';
  if (error.name === 'TimeoutError') return `it did not answer within ${limitMs / 1000} s`;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause
    ? `it could not be reached (${String(cause.code)})`
    : 'it could not be reached';
}
