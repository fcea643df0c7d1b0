import type { FaultId } from '../faults/index.ts';
import type { Context } from '../web/context.ts';

/** What a request asks to be followed afterwards, be it a page of this site or not. */
export const wanted = (ctx: Context): string | undefined =>
  ctx.sent.all('next').at(-1) ?? ctx.query('next');

/**
 * The page that a request wants to be led to afterwards.
 *
 * @param open the fault that lets it be any address
 * @returns undefined unless it is on this site: `//host` and `/\host` lead elsewhere in a browser
 */
export function nextOf(ctx: Context, open: FaultId): string | undefined {
  const target = wanted(ctx);
  // What would end the header's line is no address.
  if (target === undefined || /[\r\n\0]/.test(target)) return undefined;
  if (/^\/(?![/\\])/.test(target) && !/\p{Cc}/u.test(target)) return target;
  if (target.includes('%2F') && ctx.isOn('next-decoded-twice')) {
    return target.replaceAll('%2F', '/');
  }
  const taken =
    ctx.isOn(open) ||
    (target.startsWith('/') && ctx.isOn('next-by-slash')) ||
    (target.includes(ctx.url.hostname) && ctx.isOn('next-by-own-name')) ||
    (!/^(https?:|[\s/\\])/i.test(target) && ctx.isOn('next-of-any-scheme'));
  return taken ? target : undefined;
}

/** Where pages that look at no such thing lead, but for the fault. */
export function ledAstray(ctx: Context): string | undefined {
  const target = wanted(ctx);
  return target !== undefined && ctx.isOn('open-redirect-elsewhere') ? target : undefined;
}
