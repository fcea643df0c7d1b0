import type { TestCase } from '@playwright/test/reporter';
import { relative } from 'node:path';
import type { RunCheck } from './run.ts';

/** What is known of a check before it runs. */
export type KnownCheck = Pick<RunCheck, 'check' | 'items' | 'where'>;

/** A check by its name, the lines that it names, and where it stands. */
export function described(test: TestCase): KnownCheck {
  const { file, line } = test.location;
  return {
    check: test.titlePath().filter(Boolean).join(' › '),
    items: test.tags.map((tag) => tag.slice(1)).filter((tag) => /^[A-Z]{2}-\d{2}$/.test(tag)),
    where: `${relative(process.cwd(), file)}:${line}`,
  };
}
