import { defineConfig } from '@playwright/test';

// Units need neither target nor browser.
export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  retries: 0,
  reporter: [['list']],
  outputDir: '../../results/unit-artifacts',
});
