import type { Options, Scenario } from 'k6/options';
import type { ClosedProfile, OpenProfile, Profile } from '../profiles.ts';

/** A class in the types of k6, which none of its objects is an instance of. */
export type PlainScenario = Scenario extends infer One
  ? One extends unknown
    ? Pick<One, keyof One>
    : never
  : never;
export type PlainOptions = Omit<Options, 'scenarios'> & {
  readonly scenarios: Readonly<Record<string, PlainScenario>>;
};

/**
 * A profile as scenarios of k6. A load that arrives by itself has an executor that starts iterations
 * when they are due, whatever became of those before (arrival rate); the search for the capacity has
 * users who wait for their answers, one scenario a step. k6 knows even arrivals only: what a profile
 * says of Poisson ones is not done here.
 *
 * @param name of the profile: of the scenario, or what those of the steps begin with
 * @param profile one of load/profiles.ts
 * @returns by name; the function that each runs is the default export of the script
 * @throws RangeError when a rate is no whole number, which k6 does not take
 */
export function scenariosOf(name: string, profile: Profile): Record<string, PlainScenario> {
  return profile.model === 'open' ? { [name]: arriving(profile) } : waiting(name, profile);
}

/**
 * Most iterations that can be under way at once: each ends by its deadline. All are made before the
 * load begins, since k6 drops an iteration for each that it has to make while it runs.
 */
export function virtualUsersOf({ stages, deadlineSeconds, maxInFlight }: OpenProfile): number {
  const peak = Math.max(...stages.flatMap(({ from, to }) => [from, to]));
  return Math.min(maxInFlight, Math.ceil(peak * deadlineSeconds) + 1);
}

function arriving(profile: OpenProfile): PlainScenario {
  const { stages, deadlineSeconds } = profile;
  const [first] = stages;
  if (first === undefined) throw new RangeError('A load needs at least one stage');
  const rates = stages.flatMap(({ from, to }) => [from, to]);
  if (!rates.every(Number.isInteger))
    throw new RangeError('Rates of k6 are whole numbers a second');
  const users = virtualUsersOf(profile);
  const common = {
    timeUnit: '1s',
    preAllocatedVUs: users,
    maxVUs: users,
    // What is under way at the end may use up its time, as in our own engine.
    gracefulStop: `${deadlineSeconds + 1}s`,
  } as const;
  if (stages.length === 1 && first.from === first.to) {
    return {
      executor: 'constant-arrival-rate',
      rate: first.from,
      duration: `${first.seconds}s`,
      ...common,
    };
  }
  return {
    executor: 'ramping-arrival-rate',
    startRate: first.from,
    stages: stages.flatMap(({ seconds, from, to }, index) => [
      // A rate that jumps between two stages is a stage of no length.
      ...(from === (stages[index - 1]?.to ?? from) ? [] : [{ target: from, duration: '0s' }]),
      { target: to, duration: `${seconds}s` },
    ]),
    ...common,
  };
}

function waiting(name: string, profile: ClosedProfile): Record<string, PlainScenario> {
  const { steps, secondsPerStep, warmUpSeconds, deadlineSeconds } = profile;
  const stepSeconds = warmUpSeconds + secondsPerStep;
  return Object.fromEntries(
    steps.map((users, index): [string, PlainScenario] => [
      stepName(name, users),
      {
        executor: 'constant-vus',
        vus: users,
        duration: `${stepSeconds}s`,
        // What a step leaves under way is no part of the next one.
        startTime: `${index * (stepSeconds + deadlineSeconds)}s`,
        gracefulStop: `${deadlineSeconds}s`,
      },
    ]),
  );
}

/** How the scenario of a step is called: names of k6 have letters, digits and dashes only. */
export const stepName = (name: string, users: number): string => `${name}-${users}`;
