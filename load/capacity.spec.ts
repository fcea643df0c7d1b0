import { authorityOf, env } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { keepFile } from '../fixtures/test/keep-file.ts';
import { capacityOf, stepwise } from './capacity.ts';
import { closedLoop } from './closed-loop.ts';
import { endUndecided } from './end-undecided.ts';
import { kneePicture } from './knee-picture.ts';
import type { LoadResult } from './load-request.ts';
import { capacityProfile, usual } from './profiles.ts';
import { arrangeOffice } from './work.ts';

test(
  'the deployment can do at least what an office asks of it',
  { tag: ['@PT-02', '@load'] },
  async ({ acting, workspace, construbot, make, newcomers, measured }, testInfo) => {
    const origin = env().baseUrl ?? '';
    const needs = { workspace, construbot, make, newcomers };
    const requests = await arrangeOffice(needs, origin, acting.headers);
    const target = { origin, authority: authorityOf(env()) };
    const { steps, secondsPerStep, warmUpSeconds, deadlineSeconds } = capacityProfile;
    const taken = await stepwise(steps, (connections) => {
      const send = (signal: AbortSignal): Promise<LoadResult> =>
        closedLoop(target, {
          connections,
          requests,
          deadlineMs: deadlineSeconds * 1000,
          warmUpMs: warmUpSeconds * 1000,
          measureMs: secondsPerStep * 1000,
          signal,
        });
      return measured(`${connections}-users`, send, 'at once');
    });
    const capacity = capacityOf(taken);
    await keepFile(testInfo, 'capacity.svg', 'image/svg+xml', kneePicture(taken, capacity));
    testInfo.annotations.push({
      type: 'capacity',
      description: `${(capacity?.perSecond ?? 0).toFixed(0)} right answers a second, with ${capacity?.connections ?? 0} users that ask without a pause: some ${((capacity?.perSecond ?? 0) / usual.perPerson).toFixed(0)} people at work`,
    });
    expect(
      capacity?.perSecond ?? 0,
      'right answers a second, while errors and p95 keep to their limits. Remedy: more workers of gunicorn (-w in gunicorn.sh)',
    ).toBeGreaterThanOrEqual(usual.perSecond);
    endUndecided(testInfo, [...new Set(taken.flatMap(({ result }) => result.audit.invalid))]);
  },
);
