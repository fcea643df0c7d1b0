import { defineConfig } from '@playwright/test';

// Each file has a PostgreSQL of its own, whose statistics are looked at.
export default defineConfig({
  testDir: '.',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: '../../results/database-artifacts',
});
