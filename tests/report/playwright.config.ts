import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

// The sign-off in a real browser; there is no target.
const { launchOptions } = base.use ?? {};
export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  retries: 0,
  workers: 2,
  reporter: [['list']],
  outputDir: '../../results/report-artifacts',
  use: { ...(launchOptions === undefined ? {} : { launchOptions }) },
});
