import { expect, test } from '@playwright/test';
import { arrivals } from '../../load/arrivals.ts';
import { scenariosOf, stepName, virtualUsersOf } from '../../load/k6/scenarios.ts';
import { latencyOf, thresholdsOf } from '../../load/k6/thresholds.ts';
import { officePages } from '../../load/office.ts';
import { capacityProfile, profiles, thresholds, type OpenProfile } from '../../load/profiles.ts';
import { startsOf, type ArrivalRate } from '../k6/schedule.ts';

const open = Object.entries(profiles).flatMap(([name, profile]) =>
  profile.model === 'open' ? [{ name, profile }] : [],
);

for (const { name, profile } of open) {
  test(`${name}: k6 starts iterations when our own engine sends requests`, () => {
    const scenario = scenariosOf(name, profile)[name] as ArrivalRate;
    const starts = startsOf(scenario);
    const ours = [...arrivals(profile.stages, 'even')].map((ms) => ms / 1000);
    // k6 begins a changing rate after the first gap, and so is one arrival ahead of that list.
    const shift = scenario.executor === 'constant-arrival-rate' ? 0 : 1;
    const pairs = ours.slice(shift).map((due, index) => Math.abs(due - (starts[index] ?? NaN)));
    expect(Math.abs(starts.length - ours.length)).toBeLessThanOrEqual(1);
    expect(Math.max(...pairs.slice(0, 10_000))).toBeLessThan(0.002);
  });

  test(`${name}: every iteration finds a virtual user, and there are no more than are allowed`, () => {
    const users = virtualUsersOf(profile);
    expect(scenariosOf(name, profile)[name]).toMatchObject({
      preAllocatedVUs: users,
      maxVUs: users,
    });
    expect(users).toBeLessThanOrEqual(profile.maxInFlight);
    expect(users).toBeLessThanOrEqual(thresholds.ceiling.inFlight);
  });

  test(`${name}: each page has the budget of all engines, and drops are counted`, () => {
    const limits = thresholdsOf(profile);
    for (const page of officePages) expect(limits[latencyOf(page)]).toEqual(['p(95)<2000']);
    expect(limits['dropped_iterations']).toEqual([expect.stringMatching(/^count<=\d+$/)]);
    expect(JSON.stringify(limits)).toContain('"abortOnFail":true');
  });
}

test('a level load has a constant rate, a changing one ramps', () => {
  const executors = open.map(({ name, profile }) => [
    name,
    scenariosOf(name, profile)[name]?.executor,
  ]);
  expect(Object.fromEntries(executors)).toEqual({
    smoke: 'constant-arrival-rate',
    brief: 'constant-arrival-rate',
    average: 'constant-arrival-rate',
    stress: 'ramping-arrival-rate',
    spike: 'ramping-arrival-rate',
    soak: 'constant-arrival-rate',
  });
});

const with2 = (stages: OpenProfile['stages']): OpenProfile => ({
  model: 'open',
  spacing: 'even',
  stages,
  warmUpSeconds: 0,
  deadlineSeconds: 10,
  maxInFlight: 10,
});

test('a rate that jumps is a stage of no length', () => {
  const jump = with2([
    { seconds: 5, from: 2, to: 2 },
    { seconds: 5, from: 8, to: 8 },
  ]);
  const scenario = scenariosOf('jump', jump)['jump'] as ArrivalRate;
  expect(scenario.stages).toEqual([
    { target: 2, duration: '5s' },
    { target: 8, duration: '0s' },
    { target: 8, duration: '5s' },
  ]);
  expect(startsOf(scenario)).toHaveLength(50);
});

test('a rate that k6 does not take is refused', () => {
  expect(() => scenariosOf('half', with2([{ seconds: 5, from: 0.5, to: 0.5 }]))).toThrow(
    RangeError,
  );
  expect(() => scenariosOf('none', with2([]))).toThrow(RangeError);
});

test('the search for the capacity has users who wait, step after step, none beside the next', () => {
  const { steps, secondsPerStep, warmUpSeconds, deadlineSeconds } = capacityProfile;
  const length = secondsPerStep + warmUpSeconds;
  const scenarios = scenariosOf('capacity', capacityProfile);
  expect(Object.keys(scenarios)).toEqual(steps.map((users) => stepName('capacity', users)));
  const times = Object.values(scenarios).map((one) => {
    expect(one).toMatchObject({
      executor: 'constant-vus',
      duration: `${length}s`,
      gracefulStop: `${deadlineSeconds}s`,
    });
    return Number.parseInt(String(one.startTime), 10);
  });
  expect(times).toEqual(steps.map((_, index) => (length + deadlineSeconds) * index));
  expect(thresholdsOf(capacityProfile)).not.toHaveProperty('dropped_iterations');
});
