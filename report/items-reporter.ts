import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { env } from '../fixtures/env.ts';
import { markLatest, runFolder } from '../fixtures/run-folder.ts';
import { items, resolveRepeats, type ItemId } from '../checklist/index.ts';
import { verdictOf, type Outcome, type Verdict } from './verdict.ts';

/**
 * Joins checks and checklist: each line of the checklist that a check names gets a verdict, in the
 * document's order. Written to `items.json` in the folder of the run and said in short at the end of the run.
 */
export default class ItemsReporter implements Reporter {
  readonly #outcomes = new Map<string, Outcome[]>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
    const outcome: Outcome = {
      check: test.titlePath().filter(Boolean).join(' › '),
      status: result.status,
      ...(reason === undefined ? {} : { reason }),
    };
    for (const tag of test.tags) {
      const id = tag.slice(1);
      this.#outcomes.set(id, [...(this.#outcomes.get(id) ?? []), outcome]);
    }
  }

  onEnd(result: FullResult): void {
    const verdicts = items.map(({ id, line }) => ({ id, line, ...this.#verdictOf(id) }));
    const counts = Object.fromEntries(
      (['pass', 'fail', 'not run'] as const).map((verdict) => [
        verdict,
        verdicts.filter((one) => one.verdict === verdict).length,
      ]),
    );
    writeFileSync(
      join(runFolder(env().runId), 'items.json'),
      JSON.stringify({ status: result.status, counts, items: verdicts }, null, 2),
    );
    markLatest(env().runId);
    this.#say(verdicts, counts);
  }

  printsToStdio(): boolean {
    return false;
  }

  #verdictOf(id: ItemId): Verdict {
    const outcomes = resolveRepeats(id).flatMap((one) => this.#outcomes.get(one) ?? []);
    return verdictOf(outcomes);
  }

  #say(
    verdicts: readonly ({ id: string; line: { en: string; es: string } } & Verdict)[],
    counts: Record<string, number>,
  ): void {
    const lines = verdicts
      .filter(({ verdict, checks }) => checks > 0 && verdict !== 'pass')
      .map(
        ({ id, line, verdict, reason }) =>
          `  ${verdict.padEnd(7)} ${id}  ${line.en}${reason === undefined ? '' : ` — ${reason}`}`,
      );
    const total = verdicts.length;
    console.log(
      [
        '',
        ...lines,
        `Checklist: ${counts['pass']} pass · ${counts['fail']} fail · ${counts['not run']} not run, of ${total} lines.`,
        `Everything seen: ${relative(process.cwd(), join(runFolder(env().runId), 'report', 'index.html'))}`,
      ].join('\n'),
    );
  }
}
