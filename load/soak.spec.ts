import { expect, test } from '../fixtures/index.ts';
import { chosenSoak } from './chosen-profile.ts';
import { driftOf } from './drift.ts';
import { endUndecided } from './end-undecided.ts';
import { attachLoad } from './evidence.ts';
import { judgeLoad } from './judge-load.ts';
import { thresholds } from './profiles.ts';
import { officeLoad } from './office-load.ts';
import { judge } from './statistics/verdict.ts';
import { saidOf } from './until-decided.ts';

const { name, profile } = chosenSoak();

test(
  `answers take no longer at the end of a ${name} than at its beginning`,
  { tag: ['@PT-02', '@load'] },
  async ({ acting, construbot, make, newcomers, measured }, testInfo) => {
    const send = await officeLoad(name, profile, { acting, construbot, make, newcomers, measured });
    const result = await send();
    await attachLoad(testInfo, name, result);
    const { invalid } = result.audit;
    const judgement = judgeLoad(result, { mayExtend: false, isLevel: false });
    const { verdict, reason } = judge(driftOf(result), thresholds.drift, {
      mayExtend: false,
      say: (share) => `${(share * 100).toFixed(0)} %`,
    });
    const longer = `at the end they take longer by ${reason}`;
    const isSound = invalid.length === 0;

    expect(
      [...saidOf(judgement, 'fail'), ...(isSound && verdict === 'fail' ? [longer] : [])],
      'Remedy: look at what grows meanwhile, memory of the workers, connections or tables; max_requests of gunicorn only hides it',
    ).toEqual([]);
    endUndecided(testInfo, [
      ...invalid,
      ...saidOf(judgement, 'inconclusive'),
      ...(verdict === 'pass' ? [] : [longer]),
    ]);
  },
);
