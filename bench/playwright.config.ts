import { defineConfig } from '@playwright/test';
import type { Options } from '../fixtures/index.ts';
import base from '../playwright.config.ts';

// Both sides in one run, in turn, on one worker: what the machine does meets both alike.
export default defineConfig<Options>({
  ...base,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../results/bench-artifacts',
  fullyParallel: false,
  workers: 1,
  globalTeardown: '../fixtures/remove-after-run.ts',
  reporter: [['./figure-reporter.ts'], ['./ratio-reporter.ts']],
  projects: [{ name: 'director', use: { role: 'director' } }],
});
