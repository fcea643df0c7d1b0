import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { env } from '../fixtures/env.ts';
import { markLatest, runFolder } from '../fixtures/run-folder.ts';
import { writeWhole } from '../fixtures/whole-file.ts';
import { itemById, type Bilingual } from '../checklist/index.ts';
import { described } from './described.ts';
import { countsOf, verdictsOf, type Run, type RunCheck } from './run.ts';
import { replayName } from '../fixtures/test/replay.ts';
import { reasonOf, statusOf } from './status.ts';
import type { Verdict } from './verdict.ts';

/**
 * Joins checks and checklist: each line of the checklist that a check names gets a verdict, in the
 * document's order. Written to `items.json` in the folder of the run and said in short at the end of
 * the run. Over the merged reports of shards and phases it says the same of all of them together.
 */
export default class ItemsReporter implements Reporter {
  readonly #checks = new Map<TestCase, RunCheck>();
  readonly #folder = runFolder(env().runId);
  #targets: readonly string[] = [];

  onBegin(_config: unknown, suite: Suite): void {
    const targets = suite.suites.map((one) => one.project()?.metadata['target'] as unknown);
    this.#targets = [...new Set(targets.filter((one) => typeof one === 'string'))];
    // A check that never starts, because a worker crashed or the run was stopped, is not run.
    for (const test of suite.allTests()) {
      this.#checks.set(test, {
        ...described(test),
        status: 'interrupted',
        durationMs: 0,
        evidence: [],
      });
    }
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const { duration, error, attachments } = result;
    const replay = attachments.find(({ name }) => name === replayName)?.body?.toString('utf8');
    const reason = reasonOf(test, result);
    this.#checks.set(test, {
      ...described(test),
      status: statusOf(test, result),
      durationMs: duration,
      ...(reason === undefined ? {} : { reason }),
      ...(error?.message === undefined ? {} : { message: stripVTControlCharacters(error.message) }),
      ...(replay === undefined ? {} : { replay }),
      evidence: attachments.flatMap(({ name, path }) =>
        path === undefined
          ? []
          : [{ kind: kindOf(name), name, path: relative(this.#folder, path) }],
      ),
    });
  }

  onEnd(result: FullResult): void {
    const checks = [...this.#checks.values()];
    const verdicts = verdictsOf(checks).map((one) => ({ ...one, line: itemById(one.id).line }));
    const counts = countsOf(verdicts);
    const run: Run = {
      status: result.status,
      startedAt: result.startTime.toISOString(),
      durationMs: Math.round(result.duration),
      targets: [...this.#targets],
      counts,
      checks,
      items: verdicts,
    };
    writeWhole(join(this.#folder, 'items.json'), JSON.stringify(run, null, 2));
    markLatest(env().runId);
    this.#say(verdicts, counts);
  }

  printsToStdio(): boolean {
    return false;
  }

  #say(
    verdicts: readonly ({ id: string; line: Bilingual } & Verdict)[],
    counts: Record<string, number>,
  ): void {
    const lines = verdicts
      .filter(({ verdict, checks }) => checks > 0 && verdict !== 'pass')
      .map(
        ({ id, line, verdict, reason }) =>
          `  ${verdict.padEnd(7)} ${id}  ${line.en}${reason === undefined ? '' : ` — ${reason}`}`,
      );
    const unsure = counts['inconclusive'] ?? 0;
    console.log(
      [
        '',
        ...lines,
        `Checklist: ${counts['pass']} pass · ${counts['fail']} fail · ${unsure > 0 ? `${unsure} inconclusive · ` : ''}${counts['not run']} not run, of ${verdicts.length} lines.`,
        `Everything seen: ${relative(process.cwd(), join(this.#folder, 'report', 'index.html'))}`,
      ].join('\n'),
    );
  }
}

function kindOf(name: string): RunCheck['evidence'][number]['kind'] {
  return name === 'screenshot' || name === 'trace' ? name : 'file';
}
