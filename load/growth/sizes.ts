/** How much is made, to see what becomes slower with it. */
export interface Sizes {
  /** Contracts of the companies that are compared. */
  readonly contratos: readonly number[];
  /** Concepts of the contracts that are compared, and of an estimate of each. */
  readonly conceptos: readonly number[];
  /**
   * How long the contracts may take to make, in minutes: each is a form that is opened and sent. A
   * company that is not full by then is looked at as it is.
   */
  readonly minutes: number;
}

/** By name: every sign-off takes the usual ones, `npm run load -- growth` the full ones. */
const sizes = {
  usual: { contratos: [10, 50, 200], conceptos: [10, 100, 500], minutes: 3 },
  full: { contratos: [10, 100, 400, 1000], conceptos: [10, 100, 250, 500], minutes: 15 },
} as const satisfies Readonly<Record<string, Sizes>>;

/**
 * Says that too little could be made in the time there was: what was not looked at does not grow.
 *
 * @param reached rows of the largest
 * @param planned what it should have been
 */
export const shortOf = (reached: number, planned: number): string[] =>
  reached < planned / 2
    ? [`only ${reached} of ${planned} rows could be made in the time there was`]
    : [];

/** Those of this run. */
export const chosenSizes = (): Sizes => sizes[process.env['GROWTH'] === 'full' ? 'full' : 'usual'];
