import type { Seen } from './crawl.ts';

/** A library with a hole by which a script gets into somebody's page. */
interface Hole {
  readonly library: string;
  /** How addresses spell it. */
  readonly file: string;
  /** How the comment begins that the library opens with. */
  readonly banner: string;
  /** The first version that has it; empty for all old ones. */
  readonly from?: string;
  readonly below: string;
  /** The advisory: the source of the versions. */
  readonly source: string;
}

const jqueryUi = { library: 'jQuery UI', file: 'jquery-?ui', banner: 'jQuery UI - v' };
const bootstrap = {
  library: 'Bootstrap',
  file: '(?:twitter-)?bootstrap',
  banner: 'Bootstrap(?:\\.js)? v',
};

/**
 * By the publishers' own advisories, of scripts in the page alone. Left out: moment's CVE-2022-24785
 * and CVE-2022-31129, which need a server or hurt only who types; Bootstrap's CVE-2024-6531, which
 * needs markup that a page with script in it would have anyway.
 */
const holes: readonly Hole[] = [
  {
    library: 'jQuery',
    file: 'jquery',
    banner: 'jQuery (?:JavaScript Library )?v',
    from: '1.2.0',
    below: '3.5.0',
    source: 'CVE-2020-11022, GHSA-gxr4-xjj5-5px2',
  },
  { ...jqueryUi, below: '1.13.0', source: 'CVE-2021-41182, GHSA-9gj3-hwp5-pmwc' },
  { ...bootstrap, below: '3.4.1', source: 'CVE-2019-8331, GHSA-9v3m-8fp8-mj99' },
  { ...bootstrap, from: '4.0.0', below: '4.3.1', source: 'CVE-2019-8331, GHSA-9v3m-8fp8-mj99' },
];

/** Libraries with known holes that a page names, or that a script of the target is. */
export function knownHoles({ references, kind, body }: Seen): string[] {
  const named = references
    .filter((one) => one.kind === 'script')
    .flatMap(({ address }) => holes.flatMap((hole) => inAddress(hole, address)));
  return [...named, ...(kind === 'script' ? holes.flatMap((hole) => inBanner(hole, body)) : [])];
}

function inAddress(hole: Hole, { pathname, host }: URL): string[] {
  const pattern = new RegExp(`/${hole.file}(?:@|/|-)v?(\\d+\\.\\d+\\.\\d+)`, 'i');
  return judged(hole, pattern.exec(pathname)?.[1], `${host}${pathname}`);
}

function inBanner(hole: Hole, script: string): string[] {
  const pattern = new RegExp(`^\\s*/\\*[!*\\s]*${hole.banner}(\\d+\\.\\d+\\.\\d+)`);
  return judged(hole, pattern.exec(script)?.[1], 'by its own banner');
}

function judged(hole: Hole, version: string | undefined, seen: string): string[] {
  const { library, from = '0.0.0', below, source } = hole;
  if (version === undefined || !isBelow(version, below) || isBelow(version, from)) return [];
  return [`${library} ${version}, ${seen}: ${source}, mended in ${below}`];
}

function isBelow(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}
