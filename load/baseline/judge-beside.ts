import { median } from '../../report/signoff/median.ts';
import { signedRank } from '../statistics/signed-rank.ts';
import { leastOf, rules, verdictOf, type PageJudgement } from './judgement.ts';
import { halvesNoise } from './noise.ts';

/**
 * Holds a page of one target against that of another which was measured in turn with it: the
 * strongest comparison there is, as what the machine and the network do meets both alike (Laaber,
 * Scheuner & Leitner, Empirical Software Engineering 24, 2019, 2469–2508). A pair of blocks is one
 * sample.
 *
 * @param page its name
 * @param now medians of the blocks of the target, in milliseconds
 * @param other those of the other target, as many
 * @param options `pages`: how many are compared; `lagMs`: how late the generator was
 */
export function judgeBeside(
  page: string,
  now: readonly number[],
  other: readonly number[],
  { pages, lagMs }: { readonly pages: number; readonly lagMs: number },
): PageJudgement {
  const [after, before] = [now.map(Math.log), other.map(Math.log)];
  const differences = after.map((value, block) => value - (before[block] ?? NaN));
  const { p, shift } = signedRank(differences, rules.confidence);
  const noise = Math.hypot(halvesNoise(after), halvesNoise(before));
  const usualMs = median(other);
  const figures = {
    p,
    shift: {
      estimate: Math.expm1(shift.estimate),
      low: Math.expm1(shift.low),
      high: Math.expm1(shift.high),
    },
    least: leastOf(noise, lagMs / usualMs),
  };
  return {
    page,
    verdict: verdictOf(figures, pages),
    ms: median(now),
    usualMs,
    noise,
    ...figures,
  };
}
