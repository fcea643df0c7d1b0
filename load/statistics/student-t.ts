/**
 * P(T ≤ t) of Student's t with whole degrees of freedom: the finite series of Abramowitz & Stegun,
 * Handbook of Mathematical Functions, 26.7.3 (odd) and 26.7.4 (even). Own code, as these few lines
 * are exact and a library of distributions is a hundred times as much.
 *
 * @param t any number
 * @param degrees of freedom, a whole number from 1 up
 * @throws RangeError when the degrees of freedom are none
 */
export function studentCdf(t: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) {
    throw new RangeError(`${degrees} are no degrees of freedom`);
  }
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < degrees; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2;
    sum += term;
  }
  const between = odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return (1 + between) / 2;
}

/**
 * The value that Student's t stays below with a probability, by halving: the inverse of
 * {@link studentCdf}.
 *
 * @param p probability, 0 < p < 1
 * @param degrees see {@link studentCdf}
 * @throws RangeError as there, or when p is no probability
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is no probability`);
  let [low, high] = [-1, 1];
  while (studentCdf(low, degrees) > p) low *= 2;
  while (studentCdf(high, degrees) < p) high *= 2;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
