import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import type { Options } from '../../fixtures/index.ts';
import { loadFaults } from '../../standin/faults/load.ts';

process.env['LOAD'] = '1';
process.env['LOAD_PROFILE'] = 'brief';
const { default: base } = await import('../../playwright.config.ts');

const titles = [
  'load/office.spec.ts › an office at brief load waits for no page longer than two seconds',
  'load/capacity.spec.ts › the deployment can do at least what an office asks of it',
];

// Under each fault of the stand-in every check of the load has to be red; `acting` expects it.
export default defineConfig<Options>({
  ...base,
  testDir: join(import.meta.dirname, '../../load'),
  testIgnore: ['pages/**', 'baseline/**'],
  workers: 1,
  outputDir: '../../results/load-artifacts',
  timeout: 10 * 60_000,
  globalTeardown: '../../fixtures/remove-after-run.ts',
  reporter: './proof-reporter.ts',
  projects: loadFaults.map(({ id }) => ({
    name: id,
    use: {
      faults: Object.fromEntries(titles.map((title) => [`${id} › ${title}`, [id]])),
      trace: 'off',
    },
  })),
});
