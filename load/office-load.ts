import { authorityOf, env } from '../fixtures/env.ts';
import type { Construbot } from '../fixtures/construbot/index.ts';
import type { Factories } from '../fixtures/factories/index.ts';
import type { Acting } from '../fixtures/test/acting.ts';
import type { Measured } from '../fixtures/test/measured.ts';
import type { Newcomers } from '../fixtures/test/newcomers.ts';
import type { LoadResult } from './load-request.ts';
import { officeRequests, requestOf } from './office.ts';
import { openLoop } from './open-loop.ts';
import type { OpenProfile } from './profiles.ts';
import { arrangeWork, peopleOf } from './work.ts';

/** What the office of a check works with. */
export interface OfficeNeeds {
  readonly acting: Acting;
  readonly construbot: Construbot;
  readonly make: Factories;
  readonly newcomers: Newcomers;
  readonly measured: Measured;
}

/**
 * Arranges what an office works on, and signs its people in.
 *
 * @param name of the load, for what an interruption leaves
 * @returns sends the load of the profile, as often as it is called; `signal` ends it early
 * @throws FormRefused when the application refuses
 */
export async function officeLoad(
  name: string,
  { stages, spacing, warmUpSeconds, deadlineSeconds, maxInFlight }: OpenProfile,
  { acting, construbot, make, newcomers, measured }: OfficeNeeds,
): Promise<(signal?: AbortSignal) => Promise<LoadResult>> {
  const work = await arrangeWork(construbot, make);
  const requests = officeRequests(work, await peopleOf(newcomers), acting.headers);
  const target = { origin: env().baseUrl ?? '', authority: authorityOf(env()) };
  return (end) =>
    measured(name, (interruption) =>
      openLoop(target, {
        stages,
        spacing,
        seed: env().seed,
        next: (index) => requestOf(requests, index),
        maxInFlight,
        deadlineMs: deadlineSeconds * 1000,
        warmUpMs: warmUpSeconds * 1000,
        signal: end === undefined ? interruption : AbortSignal.any([end, interruption]),
      }),
    );
}
