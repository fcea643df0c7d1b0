import { items, type ItemId } from '../../checklist/index.ts';
import { verdictsOf, type Run, type RunCheck } from '../../report/run.ts';
import { signoffOf, type Origin, type Signoff } from '../../report/signoff/signoff.ts';
import type { Entry, Ledger } from '../../report/signoff/ledger.ts';

/** A waiver that counts on the day of the samples. */
export const word: Entry = {
  item: 'AT-11',
  who: 'Ana Peña',
  when: '2026-11-01',
  why: 'Se corrige en la <siguiente> versión.',
  link: 'https://tickets.construbot.test/7',
  until: '2026-12-24',
  second: 'Luis Ñúñez',
};

/** Files of an operator who has written nothing. */
export const noWords: Ledger = { attestations: [], waivers: [] };

/** Where the samples come from. */
export const origin: Origin = {
  suite: 'construbot-acceptance 0.1.0',
  run: 'sample',
  target: 'https://obras.example.com',
  today: '2026-11-24',
};

/** A run on which every line passes but for some. */
export function sampleRun(failing: readonly ItemId[]): Run {
  const checks = items.map(({ id }): RunCheck => {
    const failed = failing.includes(id);
    return {
      check: `director › as-director/sample.spec.ts › a check of ${id}`,
      items: [id],
      status: failed ? 'failed' : 'passed',
      durationMs: 1200,
      where: 'e2e/as-director/sample.spec.ts:7',
      ...(failed
        ? {
            message: 'Error: expect(received)\n\nExpected: "7,605.16"\nReceived: "<b>7,605.17"',
            replay: "curl --include 'https://obras.example.com/proyectos/'",
          }
        : {}),
      evidence: [],
    };
  });
  const verdicts = verdictsOf(checks);
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail').length;
  return {
    status: failing.length === 0 ? 'passed' : 'failed',
    startedAt: '2026-11-24T20:38:00.000Z',
    durationMs: 131_000,
    targets: ['https://obras.example.com'],
    counts: { pass: items.length - failed, fail: failed, inconclusive: 0, 'not run': 0 },
    checks,
    items: verdicts,
  };
}

/** The sign-off of such a run. */
export function sampleSignoff(
  failing: readonly ItemId[],
  ledger: Ledger = { attestations: [], waivers: [word] },
): Signoff {
  return signoffOf(sampleRun(failing), ledger, origin);
}
