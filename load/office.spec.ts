import { authorityOf, env } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { chosenProfile } from './chosen-profile.ts';
import { endUndecided } from './end-undecided.ts';
import { attachLoad } from './evidence.ts';
import { officeRequests, requestOf } from './office.ts';
import { openLoop } from './open-loop.ts';
import { saidOf, untilDecided } from './until-decided.ts';
import { arrangeWork, peopleOf } from './work.ts';

const { name, profile } = chosenProfile();
const { stages, spacing, warmUpSeconds, deadlineSeconds, maxInFlight } = profile;

test(
  `an office at ${name} load waits for no page longer than two seconds`,
  { tag: ['@PT-02', '@load'] },
  async ({ acting, baseURL, construbot, make, newcomers }, testInfo) => {
    const work = await arrangeWork(construbot, make);
    const requests = officeRequests(work, await peopleOf(newcomers), acting.headers);
    const target = { origin: baseURL ?? '', authority: authorityOf(env()) };
    const { result, judgement } = await untilDecided(
      () =>
        openLoop(target, {
          stages,
          spacing,
          seed: env().seed,
          next: (index) => requestOf(requests, index),
          maxInFlight,
          deadlineMs: deadlineSeconds * 1000,
          warmUpMs: warmUpSeconds * 1000,
        }),
      stages.every(({ from, to }) => from === to),
    );
    await attachLoad(testInfo, name, result);

    expect(
      saidOf(judgement, 'fail'),
      'p95 from when each request was due, and errors, with their intervals. Remedy: more workers of gunicorn (-w in gunicorn.sh); see in the evidence which page takes the time',
    ).toEqual([]);
    endUndecided(testInfo, [...result.audit.invalid, ...saidOf(judgement, 'inconclusive')]);
  },
);
