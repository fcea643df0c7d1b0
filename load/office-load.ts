import { authorityOf, env } from '../fixtures/env.ts';
import type { Acting } from '../fixtures/test/acting.ts';
import type { Measured } from '../fixtures/test/measured.ts';
import type { LoadResult } from './load-request.ts';
import { requestOf } from './office.ts';
import { openLoop } from './open-loop.ts';
import type { OpenProfile } from './profiles.ts';
import { arrangeOffice, type WorkNeeds } from './work.ts';

/** What the office of a check works with. */
export interface OfficeNeeds extends WorkNeeds {
  readonly acting: Acting;
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
  { acting, measured, ...needs }: OfficeNeeds,
): Promise<(signal?: AbortSignal) => Promise<LoadResult>> {
  const origin = env().baseUrl ?? '';
  const requests = await arrangeOffice(needs, origin, acting.headers);
  const target = { origin, authority: authorityOf(env()) };
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
