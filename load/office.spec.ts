import { expect, test } from '../fixtures/index.ts';
import { chosenProfile } from './chosen-profile.ts';
import { endUndecided } from './end-undecided.ts';
import { attachLoad } from './evidence.ts';
import { officeLoad } from './office-load.ts';
import { saidOf, untilDecided } from './until-decided.ts';

const { name, profile } = chosenProfile();

test(
  `an office at ${name} load waits for no page longer than two seconds`,
  { tag: ['@PT-02', '@load'] },
  async ({ acting, workspace, construbot, make, newcomers, measured }, testInfo) => {
    const needs = { acting, workspace, construbot, make, newcomers, measured };
    const send = await officeLoad(name, profile, needs);
    const isLevel = profile.stages.every(({ from, to }) => from === to);
    const { result, judgement } = await untilDecided(() => send(), isLevel);
    await attachLoad(testInfo, name, result);

    expect(
      saidOf(judgement, 'fail'),
      'p95 from when each request was due, and errors, with their intervals. Remedy: more workers of gunicorn (-w in gunicorn.sh); see in the evidence which page takes the time',
    ).toEqual([]);
    endUndecided(testInfo, [...result.audit.invalid, ...saidOf(judgement, 'inconclusive')]);
  },
);
