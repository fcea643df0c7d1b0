import { expect, test } from '@playwright/test';
import type { ItemId } from '../../checklist/index.ts';
import { changesSince, type Changes, type Facts } from '../../report/signoff/changes.ts';
import { entryOf, type HistoryEntry } from '../../report/signoff/history.ts';
import type { Signoff, SignoffLine } from '../../report/signoff/signoff.ts';
import { noWords, sampleSignoff } from '../report/sample.ts';

const plain = sampleSignoff([], noWords);
const line: ItemId = 'AT-14';
const check = `director › as-director/sample.spec.ts › a check of ${line}`;

type Said = SignoffLine['verdict'];

/** A sign-off on which one line stands differently. */
const saying = (verdict: Said, run: string): Signoff => ({
  ...plain,
  run,
  lines: plain.lines.map((one) => (one.id === line ? { ...one, verdict } : one)),
});

/** A sign-off on which one check took so long. */
const taking = (durationMs: number, run: string, more: Partial<Signoff> = {}): Signoff => ({
  ...plain,
  run,
  checks: plain.checks.map((one) => (one.check === check ? { ...one, durationMs } : one)),
  ...more,
});

type Group = 'broken' | 'fixed' | 'stillFailing' | 'accepted' | 'unseen' | 'lost';
const groups: readonly Group[] = ['broken', 'fixed', 'stillFailing', 'accepted', 'unseen', 'lost'];

const turns: [before: Said, now: Said, group: Group | undefined][] = [
  ['pass', 'pass', undefined],
  ['pass', 'fail', 'broken'],
  ['pass', 'inconclusive', 'broken'],
  ['pass', 'not run', 'lost'],
  ['pass', 'waived', undefined],
  ['pass', 'attested', undefined],
  ['fail', 'pass', 'fixed'],
  ['fail', 'fail', 'stillFailing'],
  ['fail', 'inconclusive', 'stillFailing'],
  ['fail', 'not run', 'unseen'],
  ['fail', 'waived', 'accepted'],
  ['fail', 'attested', 'accepted'],
  ['inconclusive', 'pass', 'fixed'],
  ['inconclusive', 'fail', 'stillFailing'],
  ['inconclusive', 'not run', 'unseen'],
  ['not run', 'fail', 'broken'],
  ['not run', 'pass', undefined],
  ['not run', 'not run', undefined],
  ['waived', 'fail', 'broken'],
  ['waived', 'pass', undefined],
  ['waived', 'waived', undefined],
  ['waived', 'not run', 'lost'],
  ['attested', 'fail', 'broken'],
  ['attested', 'not run', 'lost'],
];

for (const [before, now, group] of turns) {
  test(`a line that was ${before} and is ${now} is ${group ?? 'not spoken of'}`, () => {
    const changes = changesSince([entryOf(saying(before, 'before'))], saying(now, 'now'));
    expect(groups.filter((one) => changes?.[one].includes(line))).toEqual(
      group === undefined ? [] : [group],
    );
    expect(groups.flatMap((one) => changes?.[one] ?? [])).toHaveLength(group === undefined ? 0 : 1);
  });
}

test('a line that the earlier checklist did not have is no loss when it is not run', () => {
  const { fail, ...verdicts } = entryOf(saying('fail', 'before')).verdicts;
  expect(fail).toEqual([line]);
  const earlier = { ...entryOf(plain), run: 'before', verdicts };
  expect(changesSince([earlier], saying('not run', 'now'))).toMatchObject({ unseen: [], lost: [] });
});

const histories: [what: string, runs: [run: string, complete: boolean][], since?: string][] = [
  ['nothing', []],
  ['the run itself', [['now', true]]],
  ['a run that was cut short', [['cut', false]]],
  ['the last', [['one', true], ['two', true]], 'two'], // prettier-ignore
  ['the last that came to its end', [['one', true], ['cut', false], ['now', true]], 'one'], // prettier-ignore
];

for (const [what, runs, since] of histories) {
  test(`after ${what} it is compared with ${since ?? 'nothing'}`, () => {
    const history = runs.map(([run, complete]) => ({ ...entryOf(plain), run, complete }));
    expect(changesSince(history, { ...plain, run: 'now' })?.since.run).toBe(since);
  });
}

const steady = [1000, 1010, 990, 1000, 1020];
const rule: [what: string, past: number[], now: number, usualMs?: number][] = [
  ['all conditions hold', steady, 1501, 1000],
  ['it is not half as long again', steady, 1500],
  ['it is as long as the longest of the last ten', [...steady, 5000], 5000],
  ['the longer one is eleven sign-offs ago', [5000, ...steady, ...steady], 1501, 1000],
  ['there are four to compare with', steady.slice(1), 9000],
  ['it is less than half a second more', [400, 410, 390, 400, 400], 899],
  ['it is half a second more', [400, 410, 390, 400, 400], 900, 400],
  ['the median lies between two', [1000, 1000, 1000, 1200, 1200, 1200], 1651, 1100],
];

for (const [what, past, now, usualMs] of rule) {
  test(`a check is ${usualMs === undefined ? 'not ' : ''}slower when ${what}`, () => {
    const history = past.map((ms, i) => entryOf(taking(ms, `run${i}`)));
    expect(changesSince(history, taking(now, 'now'))?.slower).toEqual(
      usualMs === undefined ? [] : [{ check, usualMs, nowMs: now }],
    );
  });
}

const others: [what: string, change: Partial<HistoryEntry>, counts: boolean][] = [
  ['another version of the suite', { suite: 'construbot-acceptance 0.2.0' }, false],
  ['a mended suite', { suite: 'construbot-acceptance 0.1.7' }, true],
  ['runs on which it failed', { checks: { failed: { [check]: 1000 } } }, false],
  ['runs that were cut short', { complete: false }, true],
];

for (const [what, change, counts] of others) {
  test(`durations of ${what} ${counts ? 'count' : 'do not count'}`, () => {
    const history = steady.map((ms, i) => ({ ...entryOf(taking(ms, `run${i}`)), ...change }));
    const last = entryOf(taking(1000, 'last'));
    const known = { ...last, checks: {} };
    expect(changesSince([...history, known], taking(9000, 'now'))?.slower).toHaveLength(
      counts ? 1 : 0,
    );
  });
}

test('a check that failed is not called slower', () => {
  const history = steady.map((ms, i) => entryOf(taking(ms, `run${i}`)));
  const now = taking(9000, 'now');
  const failed = now.checks.map((one) => ({ ...one, status: 'failed' as const }));
  expect(changesSince(history, { ...now, checks: failed })?.slower).toEqual([]);
});

// The share of false alarms that the rule's description gives, for a check of 5 s that spreads by
// 0.28 (log-normal), from a generator that begins the same each time.
test('of durations that did not change, as few are called slower as the rule says', () => {
  const random = mulberry32(7);
  const draw = (): number => {
    const angle = Math.cos(2 * Math.PI * random());
    return 5000 * Math.exp(0.28 * Math.sqrt(-2 * Math.log(1 - random())) * angle);
  };
  const checks = plain.checks
    .slice(0, 1)
    .flatMap((one) => Array.from({ length: 4000 }, (_, i) => ({ ...one, check: `c${i}` })));
  const drawn = (run: string): Signoff => ({
    ...plain,
    run,
    checks: checks.map((one) => ({ ...one, durationMs: draw() })),
  });
  const history = Array.from({ length: 10 }, (_, i) => entryOf(drawn(`run${i}`)));
  const share = (changesSince(history, drawn('now'))?.slower.length ?? 0) / checks.length;
  // 0.057 is expected; three standard errors of 4,000 draws are 0.011.
  expect(Math.abs(share - 0.057)).toBeLessThan(0.011);
  expect(share).toBeLessThan(1 / 11);
});

/** Uniform numbers in [0, 1): Mulberry32 by Tommy Ettinger, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const certificate = {
  subject: 'CN=obras.example.com',
  issuer: 'CN=R10',
  fingerprint: 'aa',
  validTo: '2026-12-01T00:00:00.000Z',
};
const facts: Facts = {
  certificate,
  headers: { server: 'nginx', 'x-frame-options': 'DENY' },
  addresses: ['203.0.113.7'],
};

const looks: [what: string, before: Facts | undefined, now: Facts, said: Changes['facts']][] = [
  ['nothing', facts, facts, []],
  ['facts that were not kept', undefined, facts, []],
  ['facts that could not be read', facts, {}, []],
  ['plain HTTP', { headers: {} }, { headers: {} }, []],
  [
    'a renewed certificate',
    { certificate },
    { certificate: { ...certificate, fingerprint: 'bb', validTo: '2027-03-01T00:00:00.000Z' } },
    [
      { what: 'certificate fingerprint', before: 'aa', now: 'bb' },
      {
        what: 'certificate validTo',
        before: '2026-12-01T00:00:00.000Z',
        now: '2027-03-01T00:00:00.000Z',
      },
    ],
  ],
  [
    'another issuer',
    { certificate },
    { certificate: { ...certificate, issuer: 'CN=R11' } },
    [{ what: 'certificate issuer', before: 'CN=R10', now: 'CN=R11' }],
  ],
  [
    'headers',
    facts,
    { ...facts, headers: { server: 'apache', 'x-new': '1' } },
    [
      { what: 'header server', before: 'nginx', now: 'apache' },
      { what: 'header x-frame-options', before: 'DENY' },
      { what: 'header x-new', now: '1' },
    ],
  ],
  [
    'addresses',
    facts,
    { ...facts, addresses: ['203.0.113.8', '2001:db8::1'] },
    [{ what: 'addresses', before: '203.0.113.7', now: '203.0.113.8, 2001:db8::1' }],
  ],
];

for (const [what, before, now, said] of looks) {
  test(`of what the target shows is compared: ${what}`, () => {
    const earlier = entryOf({ ...plain, run: 'before', ...(before && { facts: before }) });
    expect(changesSince([earlier], { ...plain, run: 'now', facts: now })?.facts).toEqual(said);
  });
}
