import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import type { Options } from '../../fixtures/index.ts';
import { loadFaults } from '../../standin/faults/load.ts';

process.env['LOAD'] = '1';
process.env['LOAD_PROFILE'] = 'brief';
const { default: base } = await import('../../playwright.config.ts');

const many = {
  office: 'load/office.spec.ts › an office at brief load waits for no page longer than two seconds',
  capacity: 'load/capacity.spec.ts › the deployment can do at least what an office asks of it',
};
const soak =
  'load/soak.spec.ts › answers take no longer at the end of a short soak than at its beginning';
const pages =
  'load/under-load.spec.ts › the key pages open in under two seconds while an office is at work';

/** The checks that have to be red under each fault; `acting` expects it. */
const finders: Readonly<Record<(typeof loadFaults)[number]['id'], readonly string[]>> = {
  saturates: Object.values(many),
  'breaks-under-load': Object.values(many),
  'saving-slow-under-load': [many.office],
  leaks: [soak],
  'script-slow-under-load': [pages],
};

export default defineConfig<Options>({
  ...base,
  testDir: join(import.meta.dirname, '../../load'),
  testIgnore: /load\/(pages|growth|k6|baseline)\//,
  workers: 1,
  outputDir: '../../results/load-artifacts',
  timeout: 10 * 60_000,
  globalTeardown: '../../fixtures/remove-after-run.ts',
  reporter: './proof-reporter.ts',
  projects: loadFaults.map(({ id }) => ({
    name: id,
    testMatch: finders[id].map((name) => `**/${name.replace(/^load\/| › .*$/g, '')}`),
    use: {
      trials: Object.fromEntries(
        finders[id].map((title) => [`${id} › ${title}`, { faults: [id], wantsRed: true }]),
      ),
      trace: 'off',
    },
  })),
});
