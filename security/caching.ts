/** By name in lower case. */
type Headers = Readonly<Record<string, string>>;

const words = (value: string | undefined): string[] =>
  (value ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());

/** What is wrong with the caching of something that is for one person's eyes, in words. */
export function keptByOthers({ 'cache-control': control }: Headers): string[] {
  const safe = words(control).some((word) => /^(no-store|private)\b/.test(word));
  return safe ? [] : [`Cache-Control is ${control ?? 'missing'}`];
}

/**
 * What is wrong when the next person at the same browser, or behind the same proxy, asks for the
 * address: without `Vary: Cookie` a cache may give what another had (RFC 9111, 4.1).
 */
export function keptForTheNext({ 'cache-control': control, vary }: Headers): string[] {
  const asks = words(vary).some((word) => word === 'cookie' || word === '*');
  return asks || words(control).includes('no-store') ? [] : [`Vary is ${vary ?? 'missing'}`];
}

/**
 * What is wrong with an answer that need not say anything, as long as it does not open itself to
 * shared caches: those keep nothing that came for a token (RFC 9111, 3.5), and no signed address
 * comes twice.
 */
export function openedToAll({ 'cache-control': control }: Headers): string[] {
  const opened = words(control).some((word) => /^(public|s-maxage=[1-9])/.test(word));
  return opened ? [`Cache-Control is ${control ?? ''}`] : [];
}
