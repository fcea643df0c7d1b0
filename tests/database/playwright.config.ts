import { defineConfig } from '@playwright/test';

// All share one PostgreSQL, whose statistics are looked at.
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: '../../results/database-artifacts',
});
