/** What the stand-in of k6 takes of the options of an arrival-rate executor. */
export interface ArrivalRate {
  readonly executor: string;
  readonly rate?: number;
  readonly duration?: string;
  readonly startRate?: number;
  readonly stages?: readonly { readonly target: number; readonly duration: string }[];
}

const seconds = (text: string): number => {
  if (!/^\d+s$/.test(text)) throw new RangeError(`${text} is no duration that this stand-in takes`);
  return Number(text.slice(0, -1));
};

/**
 * When k6 starts the iterations of an executor, as its documentation and source tell: a constant
 * rate begins with one, a changing rate has one wherever the area under it reaches a whole number.
 * Found by bisection, so that it owes nothing to the formulas of load/arrivals.ts.
 *
 * @returns seconds since the start of the scenario
 */
export function startsOf(scenario: ArrivalRate): number[] {
  if (scenario.executor === 'constant-arrival-rate') {
    const { rate = NaN, duration = '' } = scenario;
    return Array.from({ length: rate * seconds(duration) }, (_, index) => index / rate);
  }
  if (scenario.executor !== 'ramping-arrival-rate') {
    throw new RangeError(`${scenario.executor} has no arrivals`);
  }
  const starts: number[] = [];
  let [from, before, area] = [scenario.startRate ?? 0, 0, 0];
  for (const { target, duration } of scenario.stages ?? []) {
    const length = seconds(duration);
    const areaAt = (t: number): number => from * t + ((target - from) * t * t) / (2 * length);
    const reached = area + (length === 0 ? 0 : areaAt(length));
    while (starts.length + 1 <= reached + 1e-9) {
      let [low, high] = [0, length];
      for (let step = 0; step < 60; step += 1) {
        const middle = (low + high) / 2;
        if (area + areaAt(middle) < starts.length + 1) low = middle;
        else high = middle;
      }
      starts.push(before + high);
    }
    [from, before, area] = [target, before + length, reached];
  }
  return starts;
}
