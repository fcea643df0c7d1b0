/**
 * The least number of successes k with P(X ≤ k) ≥ p, for X binomial. The exact sum, taken from the
 * mode outwards by the ratio of neighbouring terms, P(k-1)/P(k) = k(1-q)/((n-k+1)q), so that nothing
 * underflows with a million trials (Johnson, Kemp & Kotz, Univariate Discrete Distributions, 3.1).
 * Own code, as the library that has it, @stdlib, brings 218 packages along.
 *
 * @param p probability, 0 < p < 1
 * @param n trials
 * @param q probability of success, 0 < q < 1
 */
export function binomialQuantile(p: number, n: number, q: number): number {
  const mode = Math.min(n, Math.floor((n + 1) * q));
  const negligible = 1e-20;
  const below: number[] = [];
  for (let k = mode, term = 1; k > 0; k -= 1) {
    term *= (k * (1 - q)) / ((n - k + 1) * q);
    if (term < negligible) break;
    below.push(term);
  }
  const above: number[] = [];
  for (let k = mode, term = 1; k < n; k += 1) {
    term *= ((n - k) * q) / ((k + 1) * (1 - q));
    if (term < negligible) break;
    above.push(term);
  }
  const terms = [...below.reverse(), 1, ...above];
  const wanted = p * terms.reduce((sum, term) => sum + term, 0);
  let sum = 0;
  const steps = terms.findIndex((term) => (sum += term) >= wanted);
  return mode - below.length + (steps === -1 ? terms.length - 1 : steps);
}
