import type {
  FullConfig,
  Reporter,
  TestCase,
  TestError,
  TestResult,
  TestStep,
} from '@playwright/test/reporter';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../fixtures/env.ts';
import { messageOf } from '../fixtures/failure.ts';
import { maskBytes } from './mask-bytes.ts';
import { maskOutput } from './mask-output.ts';
import { maskContent } from './mask-trace.ts';
import { masker } from './signoff/mask.ts';

/**
 * Hides secrets in everything that a run leaves behind. It has to be the first of the reporters:
 * Playwright hands the same objects to all of them, one after the other, so what is changed here in
 * place is all that the others ever see, in their files as well. What they are handed by value, the
 * output of checks, is hidden where it leaves the process.
 */
export default class MaskingReporter implements Reporter {
  readonly #mask = masker(env());
  readonly #done = new Set<string>();
  #folders: readonly string[] = [];
  #parts: readonly string[] = [];

  constructor() {
    maskOutput(process.stdout, this.#mask);
    maskOutput(process.stderr, this.#mask);
  }

  onBegin({ projects, reporter }: FullConfig): void {
    this.#parts = reporter.flatMap(([name, options]: readonly [string, unknown?]) =>
      name === 'blob' && typeof options === 'object' && options !== null && 'outputDir' in options
        ? String(options.outputDir)
        : [],
    );
    this.#folders = [...new Set(projects.map(({ outputDir }) => outputDir))];
  }

  onStepBegin(_test: TestCase, _result: TestResult, step: TestStep): void {
    this.#maskStep(step);
    const { parent } = step;
    // Playwright's own keeps the title that the step began with.
    step.titlePath = () => [...(parent?.titlePath() ?? []), step.title];
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    this.#maskStep(step);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    // The steps are done already; `error` is the first of the errors, the same object.
    this.#maskWithin(result.errors);
    this.#maskWithin(result.annotations);
    this.#maskWithin(test.annotations);
    this.#maskWithin(result.stdout);
    this.#maskWithin(result.stderr);
    for (const attachment of result.attachments) {
      attachment.name = this.#mask(attachment.name);
      if (attachment.body !== undefined) attachment.body = this.#maskBuffer(attachment.body);
      if (attachment.path !== undefined) this.#maskFile(attachment.path);
    }
  }

  onError(error: TestError): void {
    this.#maskWithin(error);
  }

  /** Checks may have left files that they did not attach. */
  onEnd(): void {
    this.#maskFolders(this.#folders);
  }

  /** What becomes part of a sign-off holds the output of checks; it is there when all others have ended. */
  onExit(): Promise<void> {
    this.#maskFolders(this.#parts);
    return Promise.resolve();
  }

  printsToStdio(): boolean {
    return false;
  }

  #maskFolders(folders: readonly string[]): void {
    for (const folder of folders.filter((one) => existsSync(one))) {
      for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (one.isFile()) this.#maskFile(join(one.parentPath, one.name));
      }
    }
  }

  /** Playwright puts what is typed into a field into titles, and what was waited for into errors. */
  #maskStep(step: TestStep): void {
    step.title = this.#mask(step.title);
    if (step.subtitle !== undefined) step.subtitle = this.#mask(step.subtitle);
    this.#maskWithin(step.params);
    this.#maskWithin(step.annotations);
    this.#maskWithin(step.error);
  }

  /** Changes all texts within an object or a list, however deep. */
  #maskWithin(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const [key, one] of Object.entries(holder)) {
      if (typeof one === 'string') holder[key] = this.#mask(one);
      else if (Buffer.isBuffer(one)) holder[key] = this.#maskBuffer(one);
      else this.#maskWithin(one);
    }
  }

  #maskBuffer(bytes: Buffer): Buffer {
    return Buffer.from(maskBytes(bytes, this.#mask));
  }

  #maskFile(path: string): void {
    if (this.#done.has(path) || !existsSync(path)) return;
    try {
      const bytes = readFileSync(path);
      const masked = maskContent(bytes, this.#mask);
      if (masked !== bytes) writeFileSync(path, masked);
      this.#done.add(path);
    } catch (error) {
      // Rather no evidence than a secret.
      rmSync(path, { force: true });
      console.error(`${path} could not be masked and was removed: ${messageOf(error)}`);
    }
  }
}
