import { defineConfig } from '@playwright/test';

// Each file has servers of its own.
export default defineConfig({
  testDir: '.',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: '../../results/ops-artifacts',
});
