import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Most that the fixtures may cost, as a ratio of durations. */
const budget = 1.15;

/**
 * Pairs the durations of `bare N` and `fixtures N` and prints the median of their ratios with a 95 %
 * interval (order statistics of the median; Conover, Practical Nonparametric Statistics, 3.2).
 */
export default class RatioReporter implements Reporter {
  readonly #bare = new Map<string, number>();
  readonly #fixtures = new Map<string, number>();
  #failed = 0;

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== 'passed') this.#failed += 1;
    const [side, round] = test.title.split(' ');
    const own = test.annotations.find(({ type }) => type === 'ms')?.description;
    if (side === 'bare') this.#bare.set(round ?? '', Number(own));
    if (side === 'fixtures') this.#fixtures.set(round ?? '', result.duration);
  }

  onEnd(): Promise<{ status: 'passed' | 'failed' }> {
    const ratios = [...this.#bare]
      .flatMap(([round, bare]) => {
        const fixtures = this.#fixtures.get(round);
        return fixtures === undefined ? [] : [fixtures / bare];
      })
      .sort((a, b) => a - b);
    const n = ratios.length;
    // Other benchmarks were asked for.
    if (n === 0) return Promise.resolve({ status: this.#failed === 0 ? 'passed' : 'failed' });
    const half = 0.98 * Math.sqrt(n);
    const at = (rank: number): number =>
      ratios[Math.min(n - 1, Math.max(0, Math.round(rank)))] ?? NaN;
    const median = at((n - 1) / 2);
    const [low, high] = [at(n / 2 - half - 1), at(n / 2 + half)];
    console.log(
      `Fixtures over bare script: ${median.toFixed(3)} times (95 %: ${low.toFixed(3)}–${high.toFixed(3)}, ` +
        `${n} pairs, budget ${budget}, ${this.#failed} failed)`,
    );
    const good = this.#failed === 0 && median <= budget;
    return Promise.resolve({ status: good ? 'passed' : 'failed' });
  }

  printsToStdio(): boolean {
    return true;
  }
}
