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
import { checkName } from '../../fixtures/check-name.ts';
import { env } from '../../fixtures/env.ts';
import type { Options } from '../../fixtures/index.ts';
import { standinBroke } from '../../fixtures/accounts/workspace.ts';
import { resultsFolder, runFolder } from '../../fixtures/run-folder.ts';
import { faults } from '../../standin/faults/index.ts';
import { cleanChecks, keepKillers, knownKillers, plan, reachedIn } from './plan.ts';

const full = process.env['FULL_MATRIX'] === '1';

interface Row {
  readonly fault: string;
  readonly items: readonly string[];
  readonly killedBy: string[];
  readonly survivedBy: string[];
}

/** A check under faults that it must not mind. */
interface Bystander {
  readonly check: string;
  readonly faults: readonly string[];
  /** What it said when it was red all the same. */
  readonly message?: string;
}

/**
 * Judges the kill matrix: each fault must be found by a check that names one of its items and by no
 * other check; each check must be turned red by at least one. A red test here is a fault that was found.
 */
export default class MatrixReporter implements Reporter {
  readonly #rows = new Map<string, Row>();
  readonly #bystanders: Bystander[] = [];
  readonly #broken: string[] = [];
  #total = 0;
  #done = 0;

  onBegin(_config: FullConfig, suite: { allTests(): TestCase[] }): void {
    this.#total = suite.allTests().length;
    console.log(`${faults.length} faults, ${this.#total} runs of a check under a fault or several`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#done += 1;
    if (this.#done % 50 === 0) console.log(`  ${this.#done} of ${this.#total}`);
    const check = nameIn(test);
    const on = faultsOf(test, check);
    const red = result.status === 'failed' || result.status === 'timedOut';
    // What was interrupted or skipped has seen nothing.
    if (!red && result.status !== 'passed') return;
    const broke = result.errors.some(({ message }) => message?.includes(standinBroke) === true);
    if (broke) this.#broken.push(`${check} (under ${on.join(', ')})`);
    const row = on.length === 1 ? this.#row(on[0] ?? '') : undefined;
    const intended = row?.items.some((item) => test.tags.includes(`@${item}`)) === true;
    if (broke) return;
    if (row !== undefined && intended) (red ? row.killedBy : row.survivedBy).push(check);
    else if (on.length > 0) {
      const message = result.error?.message?.split('\n')[0] ?? '';
      this.#bystanders.push({ check, faults: on, ...(red ? { message } : {}) });
    }
    if (row !== undefined) this.#rows.set(row.fault, row);
  }

  onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    return Promise.resolve(this.#judge(result));
  }

  #judge(result: FullResult): { status: FullResult['status'] } {
    const known = knownKillers();
    const clean = cleanChecks();
    const checked = new Set(clean.flatMap(({ items }) => items));
    // A fault of a line that no check looks at yet waits for its check.
    const waiting = faults.filter(({ id, items, general, onServer }) => {
      if (!full) return known[id] === undefined;
      if (onServer === true) return true;
      // Where every check is turned red by something to the point, a general fault has nothing to do.
      return general === true ? !this.#rows.has(id) : !items.some((item) => checked.has(item));
    });
    const rows = faults
      .filter((fault) => !waiting.includes(fault) && this.#wanted(fault.id))
      .map(({ id }) => this.#row(id));
    const survivors = rows.filter(({ killedBy }) => killedBy.length === 0);
    const disturbed = this.#bystanders.filter(({ message }) => message !== undefined);
    const { green, unmet } = this.#quiet();
    const found = full ? this.#found() : undefined;
    const proved = new Set(
      found === undefined ? rows.flatMap(({ killedBy }) => killedBy) : Object.values(found).flat(),
    );
    const idle = this.#everything() ? clean.filter(({ name }) => !proved.has(name)) : [];
    writeFileSync(
      join(resultsFolder, 'kill-matrix.json'),
      JSON.stringify({ rows, waiting, idle, disturbed, unmet }, null, 2),
    );
    if (found !== undefined) keepKillers(found);
    const say = (title: string, lines: readonly string[]): void => {
      if (lines.length > 0) console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
    };
    say(
      'Faults that no check found:',
      survivors.map(({ fault, items }) => `${fault} (${items.join(', ')})`),
    );
    say('Checks that met a stand-in which something had broken before:', this.#broken);
    say(
      'Checks that minded a fault of other lines:',
      disturbed.map(
        ({ check, faults: on, message }) => `${check}: ${message ?? ''} (under ${on.join(', ')})`,
      ),
    );
    say(
      'Checks that found no fault at all:',
      idle.map(({ name }) => name),
    );
    console.log(
      `Kill matrix: ${rows.length - survivors.length} of ${rows.length} faults found, ` +
        `${idle.length} checks without a fault, ${waiting.length} faults wait for a check. ` +
        `${green} pairs of a check and a fault of other lines stayed green, ` +
        `${disturbed.length} checks were disturbed, ${unmet.length} pairs never met.`,
    );
    if (result.status === 'interrupted') return { status: 'interrupted' };
    const unsound = survivors.length + disturbed.length + idle.length + this.#broken.length;
    return { status: unsound === 0 ? 'passed' : 'failed' };
  }

  /**
   * The pairs that stayed green, and those of them that say nothing, as the check never came to
   * where the fault is while it was on: another fault had led it elsewhere.
   */
  #quiet(): { green: number; unmet: { check: string; fault: string }[] } {
    const { met } = reachedIn(join(runFolder(env().runId), 'reached.json'));
    const pairs = this.#bystanders
      .filter(({ message }) => message === undefined)
      .flatMap(({ check, faults: on }) => on.map((fault) => ({ check, fault })));
    const unmet = pairs.filter(({ check, fault }) => met[check]?.includes(fault) !== true);
    return { green: pairs.length - unmet.length, unmet };
  }

  /**
   * The check that speaks of a fault comes first; others are kept where nothing else turns them red.
   * What an interrupted run has found stays found.
   */
  #found(): Record<string, string[]> {
    const kept = this.#stillKnown();
    const proved = new Set(Object.values(kept).flat());
    for (const { fault, intended } of plan(true)) {
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
        survivedBy: [],
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

function nameIn(test: TestCase): string {
  const [, role = '', , ...titles] = test.titlePath();
  return checkName(role, test.location.file, titles);
}

function faultsOf(test: TestCase, check: string): readonly string[] {
  const use = test.parent.project()?.use as Partial<Options> | undefined;
  return use?.trials?.[check]?.faults ?? [];
}
