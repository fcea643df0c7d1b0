import type {
  FullConfig,
  FullResult,
  Reporter,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder } from '../../fixtures/run-folder.ts';
import { faults } from '../../standin/faults/index.ts';
import { cleanChecks, keepKillers, knownKillers, plan } from './plan.ts';

const full = process.env['FULL_MATRIX'] === '1';

interface Row {
  readonly fault: string;
  readonly items: readonly string[];
  readonly killedBy: string[];
  readonly wronglyKilled: { check: string; message: string }[];
  readonly survivedBy: string[];
  readonly green: number;
}

/**
 * Judges the kill matrix: each fault must be found by a check that names one of its items and by no
 * other check; each check must be turned red by at least one. A red test here is a fault that was found.
 */
export default class MatrixReporter implements Reporter {
  readonly #rows = new Map<string, Row>();
  #total = 0;
  #done = 0;

  onBegin(_config: FullConfig, suite: { allTests(): TestCase[] }): void {
    this.#total = suite.allTests().length;
    console.log(`${faults.length} faults, ${this.#total} pairs of fault and check`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#done += 1;
    if (this.#done % 50 === 0) console.log(`  ${this.#done} of ${this.#total}`);
    const [, project = '', file = '', ...titles] = test.titlePath();
    const [fault = '', role = ''] = project.split(' @ ');
    const check = [role, `e2e/${file}`, ...titles].join(' › ');
    const row = this.#row(fault);
    const intended = test.tags.some((tag) => row.items.includes(tag.slice(1)));
    const red = result.status === 'failed' || result.status === 'timedOut';
    if (red && intended) row.killedBy.push(check);
    // What a guard sees, it sees on every page: any check may report it.
    else if (red && isGuard(result)) row.killedBy.push(check);
    else if (red)
      row.wronglyKilled.push({ check, message: result.error?.message?.split('\n')[0] ?? '' });
    else if (intended) row.survivedBy.push(check);
    this.#rows.set(fault, { ...row, green: row.green + (red ? 0 : 1) });
  }

  onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    return Promise.resolve(this.#judge(result));
  }

  #judge(result: FullResult): { status: FullResult['status'] } {
    const known = knownKillers();
    const clean = cleanChecks();
    const checked = new Set(clean.flatMap(({ items }) => items));
    // A fault of a line that no check looks at yet waits for its check.
    const waiting = faults.filter(({ id, items, general }) => {
      if (!full) return known[id] === undefined;
      // Where every check is turned red by something to the point, a general fault has nothing to do.
      return general === true ? !this.#rows.has(id) : !items.some((item) => checked.has(item));
    });
    const rows = faults
      .filter((fault) => !waiting.includes(fault) && this.#wanted(fault.id))
      .map(({ id }) => this.#row(id));
    const survivors = rows.filter(({ killedBy }) => killedBy.length === 0);
    const unrelated = [...this.#rows.values()].filter(
      ({ wronglyKilled }) => wronglyKilled.length > 0,
    );
    const found = full ? this.#found() : undefined;
    const proved = new Set(
      found === undefined ? rows.flatMap(({ killedBy }) => killedBy) : Object.values(found).flat(),
    );
    const idle = this.#everything() ? clean.filter(({ name }) => !proved.has(name)) : [];
    writeFileSync(
      join(resultsFolder, 'kill-matrix.json'),
      JSON.stringify({ rows, waiting, idle }, null, 2),
    );
    if (found !== undefined) keepKillers(found);
    const say = (title: string, lines: readonly string[]): void => {
      if (lines.length > 0) console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
    };
    say(
      'Faults that no check found:',
      survivors.map(({ fault, items }) => `${fault} (${items.join(', ')})`),
    );
    say(
      'Faults that a check found which names none of their items:',
      unrelated.flatMap(({ fault, wronglyKilled }) =>
        wronglyKilled.map(({ check, message }) => `${fault}: ${check}: ${message}`),
      ),
    );
    say(
      'Checks that found no fault at all:',
      idle.map(({ name }) => name),
    );
    console.log(
      `Kill matrix: ${rows.length - survivors.length} of ${rows.length} faults found, ` +
        `${unrelated.length} found by an unrelated check, ${idle.length} checks without a fault, ` +
        `${waiting.length} faults wait for a check.`,
    );
    if (result.status === 'interrupted') return { status: 'interrupted' };
    const unsound = survivors.length + unrelated.length + idle.length;
    return { status: unsound === 0 ? 'passed' : 'failed' };
  }

  /**
   * The check that speaks of a fault comes first; others are kept where nothing else turns them red.
   * What an interrupted run has found stays found.
   */
  #found(): Record<string, string[]> {
    const kept = this.#stillKnown();
    const proved = new Set(Object.values(kept).flat());
    for (const { fault, intended } of plan(0, true)) {
      const killedBy = this.#rows.get(fault.id)?.killedBy ?? [];
      for (const { name } of intended) {
        if (!killedBy.includes(name)) continue;
        if (kept[fault.id] === undefined || !proved.has(name)) (kept[fault.id] ??= []).push(name);
        proved.add(name);
      }
    }
    return kept;
  }

  /** What was known before, without what is no more: renamed checks, and those that now stay green. */
  #stillKnown(): Record<string, string[]> {
    const names = new Set(cleanChecks().map(({ name }) => name));
    return Object.fromEntries(
      Object.entries(knownKillers()).flatMap(([id, checks]) => {
        if (!faults.some((fault) => fault.id === id)) return [];
        const { survivedBy } = this.#row(id);
        const left = checks.filter((name) => names.has(name) && !survivedBy.includes(name));
        return left.length > 0 ? [[id, left]] : [];
      }),
    );
  }

  onError(error: TestError): void {
    console.error(error.message ?? error.value ?? 'unknown error');
  }

  printsToStdio(): boolean {
    return true;
  }

  #row(fault: string): Row {
    const items = faults.find(({ id }) => id === fault)?.items ?? [];
    return (
      this.#rows.get(fault) ?? {
        fault,
        items,
        killedBy: [],
        wronglyKilled: [],
        survivedBy: [],
        green: 0,
      }
    );
  }

  #everything(): boolean {
    return process.env['ONLY_FAULTS'] === undefined;
  }

  #wanted(fault: string): boolean {
    return this.#everything() || process.env['ONLY_FAULTS']?.split(',').includes(fault) === true;
  }
}

const isGuard = (result: TestResult): boolean =>
  result.errors.every(({ message }) => message?.includes('The pages were not quiet') === true);
