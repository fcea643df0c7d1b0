import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const folder = process.env['LEAKY_FOLDER'] ?? '';

// The reporters of playwright.config.ts, with the first or without it.
export default defineConfig({
  testDir: '.',
  testMatch: 'leaky.ts',
  outputDir: join(folder, 'artifacts'),
  reporter: [
    ...(process.env['MASKED'] === '1' ? [['../../../report/masking-reporter.ts'] as [string]] : []),
    ['list', { printSteps: true }],
    ['html', { outputFolder: join(folder, 'report'), open: 'never' }],
    ['junit', { outputFile: join(folder, 'junit.xml') }],
    ['blob', { outputDir: join(folder, 'blob') }],
    ['json', { outputFile: join(folder, 'results.json') }],
  ],
  use: { trace: 'on' },
});
