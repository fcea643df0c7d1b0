import { defineConfig } from '@playwright/test';

// Each file has servers of its own, which are set wrong on purpose.
export default defineConfig({
  testDir: '.',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: '../../results/ops-artifacts',
});
