import { defineConfig } from '@playwright/test';

// The command is run as an operator runs it, against a stand-in that outlives it.
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  timeout: 240_000,
  reporter: [['list']],
  outputDir: '../../results/baseline-artifacts',
});
