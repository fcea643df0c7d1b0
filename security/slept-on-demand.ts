/** How long the same request took without a delay asked of the database, and with one, in milliseconds. */
export interface Round {
  readonly without: number;
  readonly delayed: number;
}

const least = 4;

/**
 * Whether a database slept because a request asked it to. Slow pages take long with and without,
 * and pages that are slow at times do not keep to what is asked for in every single round.
 *
 * @param rounds at least four, each of two requests that followed on each other
 * @param askedMs the delay that was asked for
 */
export const sleptOnDemand = (rounds: readonly Round[], askedMs: number): boolean =>
  rounds.length >= least &&
  rounds.every(({ without, delayed }) => {
    const more = delayed - without;
    return more > 0.8 * askedMs && more < 1.5 * askedMs;
  });
