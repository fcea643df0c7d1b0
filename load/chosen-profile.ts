import { OperatorFailure } from '../fixtures/failure.ts';
import { profiles, shortSoak, type OpenProfile, type ProfileName } from './profiles.ts';

// Those whose arrivals do not wait for answers.
const openNames = (Object.keys(profiles) as ProfileName[]).filter(
  (name) => profiles[name].model === 'open',
);

/**
 * The load that the operator has chosen (`LOAD_PROFILE`, set by `npm run load -- NAME`).
 *
 * @throws OperatorFailure when there is none of that name
 */
export function chosenProfile(): { readonly name: string; readonly profile: OpenProfile } {
  const name = process.env['LOAD_PROFILE'] ?? 'average';
  const known = openNames.find((one) => one === name);
  const profile = known === undefined ? undefined : profiles[known];
  if (profile?.model !== 'open') {
    throw new OperatorFailure(
      `"${name}" is no load.`,
      `Use one of: ${openNames.join(', ')}; without a name, average and the search for the capacity run.`,
    );
  }
  return { name, profile };
}

/** The soak: as long as the operator has chosen, else a short one, which finds what leaks quickly. */
export function chosenSoak(): { readonly name: string; readonly profile: OpenProfile } {
  return process.env['LOAD_PROFILE'] === 'soak'
    ? chosenProfile()
    : { name: 'short soak', profile: shortSoak };
}
