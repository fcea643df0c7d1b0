import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { env } from '../fixtures/env.ts';
import { markLatest, runFolder } from '../fixtures/run-folder.ts';
import { items, resolveRepeats, type ItemId } from '../checklist/index.ts';
import { verdictOf, type Outcome, type Verdict } from './verdict.ts';

/**
 * Joins checks and checklist: each line of the checklist that a check names gets a verdict, in the
 * document's order. Written to `items.json` in the folder of the run and said in short at the end of the run.
 */
export default class ItemsReporter implements Reporter {
  readonly #outcomes = new Map<TestCase, Outcome>();

  onBegin(_config: unknown, suite: Suite): void {
    // A check that never starts, because a worker crashed or the run was stopped, is not run.
    for (const test of suite.allTests()) {
      this.#outcomes.set(test, { check: nameOf(test), status: 'interrupted', durationMs: 0 });
    }
  }

  onTestEnd(test: TestCase, { status, duration, error }: TestResult): void {
    const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
    const message = error?.message;
    this.#outcomes.set(test, {
      check: nameOf(test),
      status,
      durationMs: duration,
      ...(reason === undefined ? {} : { reason }),
      ...(message === undefined ? {} : { message: stripVTControlCharacters(message) }),
    });
  }

  onEnd(result: FullResult): void {
    const verdicts = items.map(({ id, line }) => {
      const outcomes = this.#outcomesOf(id);
      return { id, line, ...verdictOf(outcomes), outcomes };
    });
    const counts = Object.fromEntries(
      (['pass', 'fail', 'not run'] as const).map((verdict) => [
        verdict,
        verdicts.filter((one) => one.verdict === verdict).length,
      ]),
    );
    const { startTime, duration } = result;
    writeFileSync(
      join(runFolder(env().runId), 'items.json'),
      JSON.stringify(
        {
          status: result.status,
          startedAt: startTime.toISOString(),
          durationMs: Math.round(duration),
          counts,
          items: verdicts,
        },
        null,
        2,
      ),
    );
    markLatest(env().runId);
    this.#say(verdicts, counts);
  }

  printsToStdio(): boolean {
    return false;
  }

  #outcomesOf(id: ItemId): Outcome[] {
    const tags = new Set(resolveRepeats(id).map((one) => `@${one}`));
    return [...this.#outcomes]
      .filter(([test]) => test.tags.some((tag) => tags.has(tag)))
      .map(([, outcome]) => outcome);
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

const nameOf = (test: TestCase): string => test.titlePath().filter(Boolean).join(' › ');
