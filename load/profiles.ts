import type { Spacing, Stage } from './arrivals.ts';

/** Beyond these a generator is not to be believed. */
const generator = {
  // A hundredth of a page's budget: what is sent late counts as late, so a verdict can only be too strict.
  lagP99Ms: 20,
  loopDelayP99Ms: 20,
  // k6's advice: a fifth stays idle (grafana.com/docs/k6, running large tests).
  cpuShare: 0.8,
  // Of the 28,232 ports that Linux gives out, each of which rests for a minute after use.
  socketsAMinute: 20_000,
} as const;

/** Every limit that a load is judged by, whichever engine makes it. */
export const thresholds = {
  /** Of each key page, in the checklist's words "under two seconds": p95, in milliseconds. */
  pageMs: 2000,
  quantile: 0.95,
  /** Most errors and dropped requests, as a share of all that was due. */
  errorShare: 0.01,
  /** Most that answers may take longer at the end of a soak, as a share of their median. */
  drift: 0.25,
  /**
   * Most that a further row may add to a page, in milliseconds: with 1,000 of them half of the two
   * seconds. A row that only has to be written takes a tenth of it, the queries of one more.
   */
  rowMs: 1,
  /** Most that a query may take on average, in milliseconds, once it was made often enough. */
  query: { meanMs: 500, leastCalls: 10 },
  /** Most queries that a further row may add to a page: each row that asks adds one or more. */
  rowQueries: 0.1,
  /** Of all connections that the database takes, the share that may be in use at most. */
  connectionShare: 0.8,
  /** New connections to the database for each answer, at most: where none is kept, one or more. */
  connectionsAnAnswer: 0.2,
  generator,
  /**
   * The same where the load is only there while something else is measured, by the same process: of it
   * no latency is told, but it has to be the load that it is said to be: who comes later by two gaps of
   * the usual rate comes all the same.
   */
  background: { ...generator, lagP99Ms: 330, loopDelayP99Ms: 330 },
  /** Most that any profile asks of a target. */
  ceiling: { perSecond: 200, inFlight: 500 },
} as const;

/** A load whose arrivals do not wait for answers. */
export interface OpenProfile {
  readonly model: 'open';
  readonly spacing: Spacing;
  readonly stages: readonly Stage[];
  /** Cut off at the beginning. */
  readonly warmUpSeconds: number;
  /** How long a request may take; later it is an error. */
  readonly deadlineSeconds: number;
  /** Further requests than this are dropped, and counted as failures. */
  readonly maxInFlight: number;
}

/** As many users as hold their connection, each sending as soon as it has an answer; step by step. */
export interface ClosedProfile {
  readonly model: 'closed';
  /** Connections of each step. */
  readonly steps: readonly number[];
  readonly secondsPerStep: number;
  readonly warmUpSeconds: number;
  readonly deadlineSeconds: number;
}

export type Profile = OpenProfile | ClosedProfile;
export type ProfileName = 'smoke' | 'brief' | 'average' | 'stress' | 'spike' | 'soak' | 'capacity';

const open = { model: 'open', spacing: 'poisson', deadlineSeconds: 10, maxInFlight: 200 } as const;
const level = (perSecond: number, seconds: number): Stage => ({
  seconds,
  from: perSecond,
  to: perSecond,
});
const ramp = (from: number, to: number, seconds: number): Stage => ({ seconds, from, to });

/**
 * An office of eighty people, each of whom opens a page about every eight seconds: enough for a p95 of
 * each page in a minute and a half.
 */
export const usual = { perSecond: 10, perPerson: 0.125 } as const;
const rate = usual.perSecond;

/** How much the target can do: step by step until it no longer gets faster. */
export const capacityProfile: ClosedProfile = {
  model: 'closed',
  steps: [1, 2, 4, 8, 16, 32],
  secondsPerStep: 5,
  // With 32 users the generator itself takes more than a second of it: see `contextOf`.
  warmUpSeconds: 2,
  deadlineSeconds: 10,
};

/** What is on while pages are opened in a browser; ended when they have been. */
export const background: OpenProfile = { ...open, stages: [level(rate, 600)], warmUpSeconds: 2 };

/** What the project's own tests and short checks send: more than the usual, for less time. */
const dense = 18;

/**
 * How many connections to the database a crowd takes: as many workers as there are have to do at the
 * same time.
 */
export const crowd: OpenProfile = { ...open, stages: [level(24, 15)], warmUpSeconds: 5 };

/** Whether the soak finds a leak at all: what the project's own tests send. */
export const shortSoak: OpenProfile = { ...open, stages: [level(dense, 60)], warmUpSeconds: 5 };

/** The loads by name; rates in arrivals a second. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  /** Whether the load itself works: a few seconds, even. */
  smoke: { ...open, spacing: 'even', stages: [level(2, 12)], warmUpSeconds: 2 },
  /** As many samples as the average in half its time: what the project's own tests send. */
  brief: { ...open, stages: [level(dense, 52)], warmUpSeconds: 5 },
  /** A usual working hour, long enough for a p95 of each page. */
  average: { ...open, stages: [level(rate, 88)], warmUpSeconds: 6 },
  /** Twice and four times as much, in steps. */
  stress: {
    ...open,
    stages: [level(rate, 20), ramp(rate, 2 * rate, 10), level(2 * rate, 40)].concat(
      ramp(2 * rate, 4 * rate, 10),
      level(4 * rate, 40),
    ),
    warmUpSeconds: 10,
  },
  /** All open the dashboard at once, and whether it recovers. */
  spike: {
    ...open,
    stages: [level(rate, 20), ramp(rate, 8 * rate, 2), level(8 * rate, 10)].concat(
      ramp(8 * rate, rate, 2),
      level(rate, 30),
    ),
    warmUpSeconds: 10,
  },
  /** An afternoon, for what grows: memory, connections, tables. */
  soak: { ...open, stages: [level(rate, 4 * 3600)], warmUpSeconds: 60 },
  capacity: capacityProfile,
};
