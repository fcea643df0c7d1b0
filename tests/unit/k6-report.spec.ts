import { expect, test } from '@playwright/test';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { exitCode } from '../../fixtures/failure.ts';
import { startScript } from '../../load/k6/chosen-browser.ts';
import { endingOf } from '../../load/k6/exit-code.ts';
import { judgeVisits } from '../../load/k6/report/judge-visits.ts';
import { judgeK6 } from '../../load/k6/report/judge.ts';
import { readK6Report, type K6Report } from '../../load/k6/report/read.ts';
import { capacityProfile, usual } from '../../load/profiles.ts';
import { k6Version } from '../../load/k6/version.ts';
import { officePages } from '../../load/office.ts';
import { keyPages } from '../../load/pages/key-page-list.ts';
import { average, leaveReport, measured, recordedPoints, summary, target } from './k6-points.ts';

const now = new Date('2026-11-27T12:00:00Z');
const folder = (): string => test.info().outputPath('report');
const read = (): Promise<K6Report> => readK6Report(folder(), target, now);

test('a load whose pages are quick and right passes', async () => {
  leaveReport(folder(), [average]);
  const { loads, failures, undecided } = judgeK6(await read());
  expect({ failures, undecided }).toEqual({ failures: [], undecided: [] });
  const load = loads.get('average');
  expect(load?.measuredMs).toBe(measured.seconds * 1000);
  expect(load?.perSecond).toBeCloseTo(measured.perSecond, 5);
  expect(load?.audit).toMatchObject({ socketsOpened: 1, invalid: [] });
});

test('a page that is too slow fails, and no other', async () => {
  leaveReport(folder(), [
    { ...average, tookMs: (index) => (index % officePages.length === 2 ? 2500 : 80) },
  ]);
  const { failures } = judgeK6(await read());
  expect(failures).toEqual([expect.stringMatching(/^contract: 250\d ms/)]);
});

test('some answers that are wrong fail the load, however quick they are', async () => {
  const fault = (index: number): string | undefined =>
    index % 10 === 0 ? 'status 500' : undefined;
  leaveReport(folder(), [{ ...average, fault }]);
  const { loads, failures } = judgeK6(await read());
  expect(failures).toEqual([
    expect.stringMatching(/^errors and dropped requests: (9\.9|10\.0)\d %/),
  ]);
  const pages = [...(loads.get('average')?.pages.values() ?? [])];
  expect(pages.flatMap(({ reasons }) => [...reasons.keys()])).toContain('status 500');
});

test('iterations that k6 dropped count as failures, and the others keep their place', async () => {
  leaveReport(folder(), [{ ...average, isDropped: (index) => index % 10 === 9 }]);
  const { loads, failures } = judgeK6(await read());
  expect(failures).toEqual([
    expect.stringMatching(/^errors and dropped requests: (9\.9|10\.0)\d %/),
  ]);
  const { audit, pages } = loads.get('average') ?? {};
  expect(audit?.lagMaxMs).toBeLessThan(2);
  const dropped = [...(pages?.values() ?? [])].reduce((sum, page) => sum + page.dropped, 0);
  const due = Array.from({ length: average.count }, (_, index) => index).slice(measured.from);
  expect(dropped).toBe(due.filter((index) => index % 10 === 9).length);
});

test('what k6 started late is counted from when it was due, and a late k6 is not believed', async () => {
  leaveReport(folder(), [{ ...average, lateMs: (index) => (index % 20 === 7 ? 40 : 0) }]);
  const { loads, failures, undecided } = judgeK6(await read());
  expect(failures).toEqual([]);
  expect(undecided.join()).toContain('the generator sent late: p99 4');
  const longest = [...(loads.get('average')?.pages.values() ?? [])].map(
    ({ latency, service }) => latency.maxMs - service.maxMs,
  );
  expect(Math.max(...longest)).toBeGreaterThan(30);
});

test('several machines are one load: their samples are joined, never their percentiles', async () => {
  const machines = [0, 1, 2].map((one) => ({ ...average, machine: [one, 3] as const }));
  leaveReport(folder(), machines);
  const { loads, failures, undecided } = judgeK6(await read());
  expect({ failures, undecided }).toEqual({ failures: [], undecided: [] });
  expect(loads.get('average')?.perSecond).toBeCloseTo(measured.perSecond, 5);
  expect(loads.get('average')?.audit.lagMaxMs).toBeLessThan(2);
});

test('a machine that left nothing leaves a hole, which is no pass', async () => {
  leaveReport(folder(), [{ ...average, machine: [0, 3] }]);
  const { failures, undecided } = judgeK6(await read());
  expect(failures).toEqual([]);
  expect(undecided.join()).toMatch(/only \d+ of \d+ arrivals are in the points of k6/);
});

test('a load that was ended early decides nothing good, but keeps what it measured', async () => {
  leaveReport(folder(), [{ ...average, count: 300 }]);
  const { loads, failures, undecided } = judgeK6(await read());
  expect(failures).toEqual([]);
  expect(undecided).toContain('the load was ended early');
  expect(loads.get('average')?.perSecond).toBeCloseTo(usual.perSecond, 0);
});

test('points of a k6 that was ended by force are read up to there', async () => {
  leaveReport(folder(), [average]);
  const file = join(folder(), 'points-0.json.gz');
  truncateSync(file, Math.floor(gzipSync(recordedPoints(average)).length * 0.8));
  const { failures, undecided } = judgeK6(await read());
  expect(failures).toEqual([]);
  expect(undecided).toContain('the load was ended early');
});

test('a capacity is judged step by step', async () => {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(
    join(folder(), 'summary.json'),
    JSON.stringify({ ...summary, profile: 'capacity' }),
  );
  const points = recordedPoints({ ...average, perSecond: 60 });
  writeFileSync(
    join(folder(), 'points.json'),
    points.replaceAll('"scenario":"average"', '"scenario":"capacity-4"'),
  );
  const { loads, failures, undecided } = judgeK6(await read());
  expect(loads.get('capacity-4')?.perSecond).toBeCloseTo(
    average.count / capacityProfile.secondsPerStep,
    5,
  );
  expect(failures).toEqual([]);
  expect(undecided).toContain('nothing was measured with 8 users');
});

for (const [what, change] of [
  ['another host', { target: 'https://other.example' }],
  ['a host whose name begins alike', { target: `${target}.evil.example` }],
  ['eight days ago', { endedAt: '2026-11-19T10:00:00.000Z' }],
] as const) {
  test(`a report of ${what} proves nothing`, async () => {
    leaveReport(folder(), [average], change);
    await expect(read()).rejects.toThrow(NotRun);
  });
}

test('without a report the check is not run, and says how to get one', async () => {
  await expect(readK6Report(undefined, target, now)).rejects.toThrow(/K6_REPORT.*npm run k6/);
  rmSync(folder(), { recursive: true, force: true });
  await expect(read()).rejects.toThrow(NotRun);
});

for (const [what, name, text, said] of [
  ['a summary that is none', 'summary-0.json', '{"metrics":{}}', /no summary of load\/k6: format/],
  ['a summary that is no JSON', 'summary-0.json', '<html>', /is no JSON/],
  ['points that are none', 'points-0.json.gz', gzipSync('<html>\n<p>\n'), /no JSON output of k6/],
  ['points of nothing', 'points-0.json.gz', gzipSync('\n'), /has measured nothing/],
  ['a file of points too many', 'points-1.json', '', /1 summaries of k6 and 2 files of points/],
  [
    'loads of two kinds',
    'summary-1.json',
    JSON.stringify({ ...summary, profile: 'soak' }),
    /2 sum/,
  ],
] as const) {
  test(`${what} is refused`, async () => {
    leaveReport(folder(), [average]);
    writeFileSync(join(folder(), name), text);
    const judged = read().then(judgeK6);
    await expect(judged).rejects.toThrow(said);
    await expect(judged).rejects.not.toThrow(NotRun);
  });
}

for (const [code, measured, ours] of [
  [0, true, undefined],
  [99, true, undefined],
  [104, false, exitCode.configuration],
  [105, true, exitCode.interrupted],
  [107, false, exitCode.failed],
  [100, false, exitCode.unreachable],
  [null, true, exitCode.interrupted],
  [42, false, exitCode.failed],
] as const) {
  test(`k6 that ends with ${code} means ${ours ?? 'what was measured'}`, () => {
    expect(endingOf(code)).toMatchObject({ measured, code: ours });
  });
}

test('no k6, and one from before TypeScript, is not run', () => {
  expect(() => k6Version('/nowhere/k6')).toThrow(NotRun);
  expect(() => k6Version('/nowhere/k6')).toThrow(/install-k6/);
  expect(() => k6Version('true')).toThrow(NotRun);
});

test('arguments of a browser reach it as they are', () => {
  expect(startScript(['/opt/a b', "--rules=MAP it's 1,MAP b 2"])).toBe(
    `#!/bin/sh\nexec '/opt/a b' '--rules=MAP it'\\''s 1,MAP b 2' "$@"\n`,
  );
});

const visitsOf = (lcpMs: number, visits: number): K6Report => ({
  summaries: [{ ...summary, browser: true }],
  machines: [
    keyPages.flatMap(({ name }) =>
      Array.from({ length: visits }, (_, index) => ({
        metric: 'browser_web_vital_lcp',
        atMs: index,
        value: name === 'dashboard' ? lcpMs + index : 400 + index,
        tags: { page: name, phase: 'measured' },
      })),
    ),
  ],
});

test('visits in the browser are judged page by page, by their interval', () => {
  expect(judgeVisits(visitsOf(400, 13))).toMatchObject({ failures: [], undecided: [] });
  const slow = judgeVisits(visitsOf(2500, 13));
  expect(slow?.failures).toEqual([expect.stringMatching(/^dashboard: p75 of LCP 2\d{3} to/)]);
  expect(slow?.undecided).toEqual([]);
  // Five visits cannot pass a page.
  expect(judgeVisits(visitsOf(400, 5))?.undecided).toHaveLength(keyPages.length);
  expect(judgeVisits({ summaries: [summary], machines: [[]] })).toBeUndefined();
});

test('a browser that opened nothing decides nothing', () => {
  const { undecided } = judgeVisits({ ...visitsOf(400, 0), machines: [[]] }) ?? {};
  expect(undecided).toHaveLength(keyPages.length);
});
