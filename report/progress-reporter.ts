import type {
  FullConfig,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import { stripVTControlCharacters } from 'node:util';
import { isOver, liveLine, percentOf, phaseLine, type Phase } from './progress.ts';

/** Where progress is told. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/**
 * Tells how far a run is: on a terminal in one live line with counts and time left, elsewhere in a
 * plain line for every tenth. What fails is told at once, and each phase when it is over.
 */
export default class ProgressReporter implements Reporter {
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #phases = new Map<string, Phase>();
  readonly #began = new Map<string, number>();
  #start = 0;
  #tenths = 0;
  #live = '';

  /**
   * @param options what Playwright passes to a reporter; tests give a screen and a clock (ms) of their own
   */
  constructor(options: { readonly screen?: Screen; readonly now?: () => number } = {}) {
    this.#screen = options.screen ?? process.stdout;
    this.#now = options.now ?? ((): number => performance.now());
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#start = this.#now();
    for (const test of suite.allTests()) {
      const name = phaseOf(test);
      const { total } = this.#phases.get(name) ?? { total: 0 };
      this.#phases.set(name, { name, total: total + 1, passed: 0, failed: 0, notRun: 0 });
    }
    this.#tell();
  }

  onTestBegin(test: TestCase): void {
    const name = phaseOf(test);
    if (!this.#began.has(name)) this.#began.set(name, this.#now());
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const phase = this.#phases.get(phaseOf(test));
    if (phase === undefined) return;
    const { status, errors } = result;
    if (status === 'passed') phase.passed += 1;
    else if (status === 'failed' || status === 'timedOut') {
      phase.failed += 1;
      this.#say(`✗ ${titleOf(test)}\n${errors.map(({ message }) => indented(message)).join('\n')}`);
    } else phase.notRun += 1;
    if (isOver(phase)) {
      this.#say(phaseLine(phase, this.#now() - (this.#began.get(phase.name) ?? this.#start)));
    }
    this.#tell();
  }

  onError(error: TestError): void {
    this.#say(error.message ?? error.value ?? 'unknown error');
  }

  onStdOut(chunk: string | Buffer): void {
    this.#say(chunk.toString().trimEnd());
  }

  onStdErr(chunk: string | Buffer): void {
    this.#say(chunk.toString().trimEnd());
  }

  onEnd(): void {
    this.#wipe();
  }

  printsToStdio(): boolean {
    return true;
  }

  #tell(): void {
    const phases = [...this.#phases.values()];
    const line = liveLine(phases, this.#now() - this.#start);
    if (this.#screen.isTTY === true) {
      this.#wipe();
      this.#live = line.slice(0, (this.#screen.columns ?? 80) - 1);
      this.#screen.write(this.#live);
      return;
    }
    const tenths = Math.floor(percentOf(phases) / 10);
    if (tenths > this.#tenths) this.#screen.write(`${line}\n`);
    this.#tenths = Math.max(this.#tenths, tenths);
  }

  /** Above the live line, which then stands below again. */
  #say(text: string): void {
    const live = this.#live;
    this.#wipe();
    this.#screen.write(`${text}\n`);
    this.#live = live;
    if (live !== '') this.#screen.write(live);
  }

  #wipe(): void {
    if (this.#live !== '') this.#screen.write('\r\u001B[2K');
    this.#live = '';
  }
}

const phaseOf = (test: TestCase): string => test.titlePath()[1] ?? '';

const titleOf = (test: TestCase): string => test.titlePath().filter(Boolean).join(' › ');

/** Some messages hold a whole page; the reports have them in full. */
const mostLines = 12;

function indented(message = ''): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… ${more} lines more in the report`] : [])]
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n');
}
