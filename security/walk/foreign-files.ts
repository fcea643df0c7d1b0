import { fontHosts } from '../../fixtures/offline-cdn.ts';
import type { Seen } from './crawl.ts';

/**
 * What is wrong with the scripts and styles that a page takes from others: whoever runs their host
 * could give it any script (W3C, Subresource Integrity; ZAP's rule 90003).
 *
 * Google's style sheets of fonts are let be: each browser gets its own, so no hash fits.
 *
 * @param own hosts that are the operator's, beside the target
 */
export function unpinnedFiles(
  { references, address: page }: Seen,
  own: readonly string[],
): string[] {
  return references
    .filter(({ kind }) => kind === 'script' || kind === 'style')
    .filter(({ address }) => address.host !== page.host && !own.includes(address.hostname))
    .filter(({ address }) => !fontHosts.has(address.hostname))
    .flatMap(({ kind, address, integrity, crossorigin }) => [
      ...(/\bsha(256|384|512)-/.test(integrity)
        ? []
        : [`${kind} ${address.href} has no integrity`]),
      ...(crossorigin ? [] : [`${kind} ${address.href} has no crossorigin`]),
      ...(/\d+\.\d+\.\d+/.test(address.href) ? [] : [`${kind} ${address.href} names no version`]),
    ]);
}
