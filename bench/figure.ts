import { test } from '@playwright/test';

/** A figure that a benchmark has measured: printed by the reporter, good or bad. */
export function figure(text: string): void {
  test.info().annotations.push({ type: 'figure', description: text });
}
