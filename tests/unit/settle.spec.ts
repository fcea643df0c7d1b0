import { expect, test } from '@playwright/test';
import { itemById, items, type ItemId } from '../../checklist/index.ts';
import { decide } from '../../report/signoff/decision.ts';
import type { Entry } from '../../report/signoff/ledger.ts';
import { settle, settleRepeated, type Line, type Settled } from '../../report/signoff/settle.ts';
import type { Verdict } from '../../report/verdict.ts';

const today = '2026-11-24';
const entry = (when: string, until: string): Entry => ({
  item: 'SC-04',
  who: 'Ana Peña',
  when,
  why: 'Se acepta por ahora.',
  link: 'https://tickets.construbot.test/7',
  until,
});
const valid = entry('2026-11-01', today);
const expired = entry('2026-01-01', '2026-11-23');
const future = entry('2026-11-25', '2026-12-01');

const pass: Verdict = { verdict: 'pass', checks: 2 };
const fail: Verdict = { verdict: 'fail', checks: 2, reason: 'a check' };
const unseen: Verdict = { verdict: 'not run', checks: 0, reason: 'no check' };
const unsure: Verdict = { verdict: 'inconclusive', checks: 1, reason: 'too much noise' };
const skipped: Verdict = { verdict: 'not run', checks: 1, reason: 'no mailbox' };

const rules: [Verdict, Entry | undefined, Entry | undefined, Settled['verdict'], boolean][] = [
  // checked, attestation, waiver, verdict, expired
  [pass, undefined, undefined, 'pass', false],
  [pass, valid, valid, 'pass', false],
  [pass, expired, expired, 'pass', false],
  [fail, undefined, undefined, 'fail', false],
  [fail, valid, undefined, 'fail', false],
  [fail, undefined, valid, 'waived', false],
  [fail, valid, valid, 'waived', false],
  [fail, undefined, expired, 'fail', true],
  [fail, undefined, future, 'fail', false],
  [fail, expired, undefined, 'fail', false],
  [unseen, undefined, undefined, 'not run', false],
  [unseen, valid, undefined, 'attested', false],
  [unseen, valid, valid, 'attested', false],
  [unseen, expired, undefined, 'not run', true],
  [unseen, expired, valid, 'waived', false],
  [unseen, future, undefined, 'not run', false],
  [unseen, undefined, valid, 'waived', false],
  [unseen, undefined, expired, 'not run', true],
  [unsure, valid, undefined, 'inconclusive', false],
  [unsure, undefined, valid, 'waived', false],
  [skipped, valid, undefined, 'attested', false],
  [skipped, undefined, undefined, 'not run', false],
];

for (const [i, [checked, attestation, waiver, verdict, isExpired]] of rules.entries()) {
  test(`rule ${i + 1}: ${checked.verdict}, attestation ${said(attestation)}, waiver ${said(waiver)} - ${verdict}`, () => {
    expect(settle(checked, attestation, waiver, today)).toMatchObject({
      verdict,
      expired: isExpired,
    });
  });
}

function said(one: Entry | undefined): string {
  return one === undefined ? 'none' : one === valid ? 'valid' : one === expired ? 'expired' : 'due';
}

const repeated: [Settled['verdict'][], Settled['verdict']][] = [
  [['pass'], 'pass'],
  [['pass', 'attested'], 'attested'],
  [['attested', 'waived', 'pass'], 'waived'],
  [['waived', 'not run'], 'not run'],
  [['not run', 'inconclusive'], 'inconclusive'],
  [['pass', 'fail', 'inconclusive'], 'fail'],
];

for (const [origins, verdict] of repeated) {
  test(`a line that repeats lines which are ${origins.join(', ')} is ${verdict}`, () => {
    const settled = origins.map((one): Settled => ({
      verdict: one,
      checked: pass,
      expired: false,
    }));
    expect(settleRepeated(fail, settled)).toEqual({ verdict, checked: fail, expired: false });
  });
}

/** All lines passing, but for some. */
function lines(others: Partial<Record<ItemId, Settled['verdict']>>): Line[] {
  return items.map((item) => {
    const verdict = others[item.id] ?? 'pass';
    return { item, settled: { verdict, checked: pass, expired: false } };
  });
}
const critical = itemById('CS-01').id;
const important = itemById('SC-04').id;
const optional = items.find(({ severity }) => severity === 'optional')?.id ?? critical;

const decisions: [Partial<Record<ItemId, Settled['verdict']>>, string][] = [
  [{}, 'GO'],
  [{ [optional]: 'fail' }, 'GO'],
  [{ [optional]: 'not run' }, 'GO'],
  [{ [important]: 'attested' }, 'GO'],
  [{ [important]: 'waived' }, 'GO with conditions'],
  [{ [critical]: 'waived' }, 'GO with conditions'],
  [{ [important]: 'waived', [critical]: 'not run' }, 'NO-GO'],
  [{ [important]: 'fail' }, 'NO-GO'],
  [{ [important]: 'not run' }, 'NO-GO'],
  [{ [important]: 'inconclusive' }, 'NO-GO'],
  [{ [critical]: 'fail' }, 'NO-GO'],
  [{ [critical]: 'inconclusive' }, 'NO-GO'],
];

for (const [others, decision] of decisions) {
  test(`${JSON.stringify(others)} is a ${decision}`, () => {
    expect(decide(lines(others), true).decision).toBe(decision);
  });
}

test('a run that was not complete is no go, whatever the lines say', () => {
  expect(decide(lines({}), false).decision).toBe('NO-GO');
});

test('each criterion says how many lines keep it from being met', () => {
  const { criteria } = decide(lines({ [critical]: 'fail', [important]: 'waived' }), true);
  expect(criteria.map(({ met, open }) => [met, open])).toEqual([
    [true, 0],
    [false, 1],
    [true, 0],
    [false, 1],
    [true, 0],
  ]);
});
