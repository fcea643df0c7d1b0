import { messageOf } from '../fixtures/failure.ts';
import { ordered } from '../load/statistics/quantile-interval.ts';
import { figure } from './figure.ts';
import { generators, type Said, type Task } from './generators.ts';
import { test } from './known-server.ts';

// Our engine beside others, in one run on one server whose truth is known: what each says of a stall
// and of a steady page, and what a request costs it. Those that are not installed are left out, aloud.
const stall = { perSecond: 50, seconds: 8 };
const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

const due = stall.perSecond * stall.seconds;

/** What people meet who come every 20 ms, while the server answers after 10 ms but stands still from 4 s to 6 s. */
function truth(): string[] {
  const latencies = Array.from({ length: due }, (_, index) => {
    const atMs = (1000 * index) / stall.perSecond;
    return 10 + (atMs >= 4000 && atMs < 6000 ? 6000 - atMs : 0);
  });
  const sorted = ordered(latencies);
  const at = (q: number): string => ms(sorted.atRank(Math.ceil(q * due)));
  return ['the truth', 'people', `${due} of ${due}`, at(0.5), at(0.9), at(0.99), '100.0', '100.0'];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

test('this engine beside others: stall, steady page, cost of a request', async ({ known }) => {
  test.setTimeout(600_000);
  figure(
    row([
      ...['generator', 'arrivals', 'stall: answers', 'p50 ms', 'p90 ms', 'p99 ms'],
      ...['100 ms page: p50 ms', 'p99 ms', 'most answers/s', 'CPU µs/request'],
    ]),
  );
  figure(row(['---', '---', ...Array<string>(8).fill('--:')]));
  figure(row([...truth(), '', '']));
  for (const { name, model, hasRate, run } of generators) {
    const on = async (path: string, task: Omit<Task, 'url'>): Promise<Said> => {
      await known.log();
      return run({ url: `${known.origin}${path}`, ...task });
    };
    try {
      const frozen = await on('/stall/10', stall);
      const steady = await on('/fixed/100', stall);
      const fast = await on('/fast', { seconds: 8 });
      figure(
        row([
          ...[name, model, hasRate ? `${frozen.count} of ${due}` : `${frozen.count}, no rate`],
          ...[frozen.p50, frozen.p90, frozen.p99, steady.p50, steady.p99].map(ms),
          (fast.count / 8).toFixed(0),
          (fast.cpuMicros / fast.count).toFixed(0),
        ]),
      );
    } catch (error) {
      figure(`${name} is left out: ${messageOf(error)}`);
    }
  }
});
