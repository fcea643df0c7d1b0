/** How paired differences lie, and how often chance alone would shift them so far up. */
export interface SignedRank {
  /** One-sided: of as much or more above zero. */
  readonly p: number;
  /** The pseudo-median of the differences, and its interval, in their unit. */
  readonly shift: { readonly estimate: number; readonly low: number; readonly high: number };
}

/**
 * The test of Wilcoxon for pairs (Biometrics Bulletin 1, 1945, 80–83): of blocks that were measured
 * one right after the other, so that what the machine does in a minute meets both and falls out.
 * Exact, ties included, by counting all signs over doubled mid-ranks (Streitberg & Röhmel,
 * Statistical Software Newsletter 12, 1986, 10–17). The shift is the median of all averages of two
 * differences (Hodges & Lehmann, Ann. Math. Stat. 34, 1963, 598–611), its interval their order
 * statistics at the ranks of the test (Hollander, Wolfe & Chicken, Nonparametric Statistical Methods,
 * 3rd ed., 3.2–3.3; conservative with ties).
 *
 * @param differences one a pair, at least 4
 * @param confidence one-sided, of each end of the interval
 * @throws RangeError when there are too few, or one is no number
 */
export function signedRank(differences: readonly number[], confidence: number): SignedRank {
  const n = differences.length;
  if (n < 4) throw new RangeError(`A comparison needs 4 pairs, not ${n}`);
  if (!differences.every(Number.isFinite)) {
    throw new RangeError('A difference of a comparison is no number');
  }
  const sizes = differences.map(Math.abs);
  const sorted = sizes.toSorted((a, b) => a - b);
  const ranks = sizes.map((size) => sorted.indexOf(size) + sorted.lastIndexOf(size) + 2);
  // What is no difference has no sign.
  const signed = ranks.map((rank, index) => (differences[index] === 0 ? 0 : rank));
  const seen = signed.reduce((sum, rank, i) => ((differences[i] ?? 0) > 0 ? sum + rank : sum), 0);
  const averages = differences
    .flatMap((one, i) => differences.slice(i).map((other) => (one + other) / 2))
    .sort((a, b) => a - b);
  const at = (index: number): number => averages[index] ?? NaN;
  const middle = (averages.length - 1) / 2;
  const cut = outside(n, 1 - confidence);
  return {
    p: Math.min(1, sumOf(sharesOf(signed).slice(seen))),
    shift: {
      estimate: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
      low: at(cut),
      high: at(averages.length - 1 - cut),
    },
  };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** How often each sum of ranks occurs when each has a sign by chance, as shares. */
function sharesOf(ranks: readonly number[]): Float64Array {
  const shares = new Float64Array(ranks.reduce((sum, rank) => sum + rank, 0) + 1);
  shares[0] = 1;
  let reached = 0;
  for (const rank of ranks) {
    reached += rank;
    for (let sum = reached; sum >= 0; sum -= 1) {
      shares[sum] = ((shares[sum] ?? 0) + (sum >= rank ? (shares[sum - rank] ?? 0) : 0)) / 2;
    }
  }
  return shares;
}

/** How many of the ordered averages lie outside the interval on each side. */
function outside(n: number, risk: number): number {
  const shares = sharesOf(Array.from({ length: n }, (_, index) => index + 1));
  let tail = 0;
  let count = 0;
  for (; tail <= risk; count += 1) tail += shares[count] ?? 1;
  // The interval begins at the average whose rank is this count, with the first at rank 1.
  return Math.max(0, count - 2);
}
