import { defineConfig } from '@playwright/test';

// What needs access, against real servers on loopback; each file has its own.
export default defineConfig({
  testDir: '.',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: '../../results/ops-artifacts',
});
