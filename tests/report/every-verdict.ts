import { items, type ItemId } from '../../checklist/index.ts';
import { checksOf, type Run, type RunCheck } from '../../report/run.ts';
import type { Ledger } from '../../report/signoff/ledger.ts';
import { signoffOf, type Signoff } from '../../report/signoff/signoff.ts';
import { verdictOf } from '../../report/verdict.ts';
import { origin, sampleRun } from './sample.ts';

/** What a page may say to break a report: markup of each kind, mentions, links, marks of direction. */
export const hostile =
  'a|b\n| - | - |\n<script>alert(1)</script><img src=x> @construbot <!channel> #1 `code` ``` **b** ' +
  '[l](https://evil.test) https://evil.test www.evil.test eva@evil.test ]]> &amp; "q" \\" \\\\ $x$ ' +
  '\u0000\u0007\u001b[31m\u202e\ufffe\ud800 <!-- -->\n</details>\n# h\n---';

const ledger: Ledger = {
  attestations: [
    {
      item: 'LD-01',
      who: 'Ana Peña',
      when: '2026-11-01',
      why: hostile,
      link: 'https://tickets.construbot.test/1',
      until: '2026-12-24',
    },
  ],
  waivers: [
    {
      item: 'AT-11',
      who: 'Ana Peña',
      when: '2026-11-01',
      why: hostile,
      link: 'https://tickets.construbot.test/7',
      until: '2026-12-24',
      second: 'Luis Ñúñez',
    },
    {
      item: 'SC-04',
      who: 'Ana Peña',
      when: '2026-10-01',
      why: 'HSTS sube por pasos.',
      link: 'https://tickets.construbot.test/8',
      until: '2026-11-01',
    },
  ],
};

const endings: Readonly<Partial<Record<ItemId, Partial<RunCheck>>>> = {
  'AT-07': { status: 'timedOut', message: `Test timeout of 60000ms exceeded. ${hostile}` },
  'AT-10': { status: 'inconclusive', reason: hostile },
  'LD-01': { status: 'skipped', reason: 'A person has to attest it.' },
  'PT-01': { status: 'interrupted' },
};

/** A sign-off with each verdict, an expired entry, facts and changes, and texts that mean harm. */
export function everyVerdict(): Signoff {
  const run = sampleRun(['SC-04', 'AT-11', 'AT-12', 'AT-14']);
  const checks = run.checks.map((check): RunCheck => {
    const [id] = check.items as [ItemId];
    return { ...check, ...endings[id] };
  });
  const full: Run = {
    ...run,
    checks,
    items: items.map(({ id }) => ({ id, ...verdictOf(checksOf(id, checks)) })),
  };
  return signoffOf(full, ledger, { ...origin, facts }, () => ({
    since: { run: 'before', startedAt: '2026-11-20T20:38:00.000Z', decision: 'GO' },
    broken: ['AT-12', 'AT-14'],
    fixed: ['AT-01'],
    stillFailing: ['SC-04'],
    accepted: ['AT-11'],
    unseen: ['AT-15'],
    lost: ['AT-16'],
    slower: [
      { check: 'director › as-director/sample.spec.ts › a|b @ana', usualMs: 1200, nowMs: 3400 },
    ],
    facts: [{ what: 'header <server>', before: 'nginx', now: hostile }, { what: 'certificate' }],
  }));
}

const facts: Signoff['facts'] = {
  certificate: {
    subject: 'CN=obras.example.com',
    issuer: 'CN=Sample Authority',
    fingerprint: '00'.repeat(32),
    validTo: '2027-01-31T23:59:59.000Z',
  },
  headers: { server: 'nginx' },
  addresses: ['192.0.2.7'],
};
