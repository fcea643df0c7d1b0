import { expect, test } from '../fixtures/index.ts';
import { chosenSoak } from './chosen-profile.ts';
import { judgeDrift } from './drift.ts';
import { endUndecided } from './end-undecided.ts';
import { attachLoad } from './evidence.ts';
import { judgeLoad } from './judge-load.ts';
import { officeLoad } from './office-load.ts';
import { saidOf } from './until-decided.ts';

const { name, profile } = chosenSoak();

test(
  `answers take no longer at the end of a ${name} than at its beginning`,
  { tag: ['@PT-02', '@load'] },
  async ({ acting, workspace, construbot, make, newcomers, measured }, testInfo) => {
    const needs = { acting, workspace, construbot, make, newcomers, measured };
    const send = await officeLoad(name, profile, needs);
    const result = await send();
    await attachLoad(testInfo, name, result);
    const judgement = judgeLoad(result, { mayExtend: false, isLevel: false });
    const drift = judgeDrift(result);
    const longer = `answers at the end take longer by ${drift.reason}`;

    expect(
      [...saidOf(judgement, 'fail'), ...(drift.verdict === 'fail' ? [longer] : [])],
      'Remedy: look at what grows meanwhile, memory of the workers, connections or tables; max_requests of gunicorn only hides it',
    ).toEqual([]);
    endUndecided(testInfo, [
      ...result.audit.invalid,
      ...saidOf(judgement, 'inconclusive'),
      ...(drift.verdict === 'inconclusive' ? [longer] : []),
    ]);
  },
);
