import { capacityOf } from '../../capacity.ts';
import { judgeLoad } from '../../judge-load.ts';
import type { LoadResult } from '../../load-request.ts';
import { profiles, usual } from '../../profiles.ts';
import { saidOf } from '../../until-decided.ts';
import { stepName } from '../scenarios.ts';
import { closedLoadOf, openLoadOf } from './load-of.ts';
import type { K6Report } from './read.ts';

/** What is said of a load that k6 has made; a pass when both lists are empty. */
export interface K6Verdict {
  /** What was measured, by the name of the load or of its step. */
  readonly loads: ReadonlyMap<string, LoadResult>;
  readonly failures: readonly string[];
  readonly undecided: readonly string[];
}

/**
 * Judges a load of k6 by the intervals of its samples, as one of our own engine: the thresholds of
 * k6 hold estimates against the limits, and so neither pass nor fail anything here.
 *
 * @throws Error when nothing was measured
 */
export function judgeK6({ summaries, machines }: K6Report): K6Verdict {
  const name = summaries[0]?.profile ?? 'average';
  const profile = profiles[name];
  if (profile.model === 'open') {
    const load = openLoadOf(machines, profile);
    const isLevel = profile.stages.every(({ from, to }) => from === to);
    const judgement = judgeLoad(load, { mayExtend: false, isLevel });
    return {
      loads: new Map([[name, load]]),
      failures: saidOf(judgement, 'fail'),
      undecided: [
        ...(load.interrupted ? ['the load was ended early'] : []),
        ...load.audit.invalid,
        ...saidOf(judgement, 'inconclusive'),
      ],
    };
  }
  const steps = profile.steps.map((connections) => ({
    connections,
    result: closedLoadOf(machines, stepName(name, connections), profile),
  }));
  const capacity = capacityOf(steps);
  const least = usual.perSecond;
  const reached = capacity?.perSecond ?? 0;
  return {
    loads: new Map(steps.map(({ connections, result }) => [stepName(name, connections), result])),
    failures: reached < least ? [`${reached.toFixed(1)} right answers a second, not ${least}`] : [],
    undecided: [
      ...steps.flatMap(({ connections, result }) =>
        result.interrupted ? [`nothing was measured with ${connections} users`] : [],
      ),
      ...new Set(steps.flatMap(({ result }) => result.audit.invalid)),
    ],
  };
}
