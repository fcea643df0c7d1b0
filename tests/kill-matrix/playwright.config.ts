import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import base from '../../playwright.config.ts';
import type { Options } from '../../fixtures/index.ts';
import { plan, type Check } from './plan.ts';

const full = process.env['FULL_MATRIX'] === '1';
// The quick matrix proves that each known pair still holds; the full one also looks for strays.
const bystanders = Number(process.env['BYSTANDERS'] ?? (full ? 2 : 0));
const only = process.env['ONLY_FAULTS']?.split(',');

const root = join(import.meta.dirname, '..', '..');
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// One project for each fault and role: the same checks, unchanged, with one fault switched on.
const projects = plan(bystanders, full)
  .filter(({ fault }) => only?.includes(fault.id) ?? true)
  .flatMap(({ fault, intended, bystanders: others }) => {
    const byRole = new Map<string, Check[]>();
    for (const check of [...intended, ...others]) {
      byRole.set(check.project, [...(byRole.get(check.project) ?? []), check]);
    }
    return [...byRole].map(([role, checks]) => {
      const project = base.projects?.find(({ name }) => name === role);
      return {
        ...project,
        testDir: join(root, project?.testDir ?? ''),
        name: `${fault.id} @ ${role}`,
        grep: new RegExp(`(^| )(${checks.map(({ title }) => escaped(title)).join('|')})( @|$)`),
        use: { ...project?.use, faults: [fault.id] },
      };
    });
  });

export default defineConfig<Options>({
  ...base,
  testDir: '../../e2e',
  outputDir: '../../results/kill-matrix-artifacts',
  globalTeardown: '../../fixtures/remove-after-run.ts',
  reporter: [['./matrix-reporter.ts']],
  // A check that its fault has stopped waits in vain: long waits would only cost time.
  timeout: 30_000,
  expect: { timeout: 3_000 },
  projects,
  use: {
    ...base.use,
    actionTimeout: 3_000,
    navigationTimeout: 10_000,
    trace: 'off',
    screenshot: 'off',
  },
});
