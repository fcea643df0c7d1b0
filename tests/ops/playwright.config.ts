import { defineConfig } from '@playwright/test';

// What needs access, against real servers of its own on loopback.
export default defineConfig({
  testDir: '.',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: '../../results/ops-artifacts',
});
