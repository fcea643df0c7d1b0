import { expect, test } from '@playwright/test';
import { phone } from '../../load/pages/devices.ts';
import { isDecided, visitUntilDecided } from '../../load/pages/judge.ts';
import { tableOf, undecidedIn } from '../../load/pages/table.ts';
import { taking } from './sample-load.ts';

const rows: [what: string, lcp: (visit: number) => number, visits: number, verdict: string][] = [
  ['shows itself in time, whatever its scripts take', () => 2499, 6, 'pass'],
  ['shows itself too late each time', () => 2501, 6, 'fail'],
  ['stalls once', (visit) => (visit === 2 ? 20_000 : 1800), 12, 'pass'],
  ['is late every other time', (visit) => (visit % 2 === 0 ? 3000 : 1800), 12, 'open'],
];

for (const [what, lcp, count, verdict] of rows) {
  test(`on a phone, a page that ${what}: ${verdict}, after ${count} visits`, async () => {
    let visit = 0;
    const round = (): Promise<{ cold: ReturnType<typeof taking> }> =>
      Promise.resolve({ cold: taking(9000, lcp(visit++)) });
    const { visits, judged } = await visitUntilDecided(round, phone.judge, phone.looks);
    expect(judged.map((one) => one.verdict)).toEqual([verdict]);
    expect(isDecided(judged)).toBe(verdict !== 'open');
    expect(visits.cold).toHaveLength(count);
    expect(visits.warm).toEqual([]);
    expect(tableOf(visits, judged)).toMatch(/^medians +cold$/m);
    expect(undecidedIn(visits, judged).includes('p50 of cold lcp')).toBe(verdict === 'open');
  });
}
