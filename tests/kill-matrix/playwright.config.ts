import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import base from '../../playwright.config.ts';
import type { Options } from '../../fixtures/index.ts';
import { layersOf, plan, trialsOf, type CheckTrial } from './plan.ts';

const full = process.env['FULL_MATRIX'] === '1';
const bystanders = process.env['BYSTANDERS'];
const only = process.env['ONLY_FAULTS']?.split(',');

const root = join(import.meta.dirname, '..', '..');
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pairings = plan(full).filter(({ fault }) => only?.includes(fault.id) ?? true);
const trials = trialsOf(
  pairings,
  bystanders === 'each' || bystanders === 'none' ? bystanders : 'together',
  full,
);

// One project for each layer and role: the same checks, unchanged, each with its faults switched on.
const projects = layersOf(trials).flatMap((layer) => {
  const byRole = new Map<string, CheckTrial[]>();
  for (const trial of layer) {
    const role = trial.check.project;
    byRole.set(role, [...(byRole.get(role) ?? []), trial]);
  }
  return [...byRole].map(([role, some]) => {
    const project = base.projects?.find(({ name }) => name === role);
    return {
      ...project,
      testDir: join(root, project?.testDir ?? ''),
      // The name of the role again, so that a check keeps its name.
      name: role,
      grep: new RegExp(`(^| )(${some.map(({ check }) => escaped(check.title)).join('|')})( @|$)`),
      use: {
        ...project?.use,
        trials: Object.fromEntries(some.map(({ check, ...trial }) => [check.name, trial])),
      },
    };
  });
});

export default defineConfig<Options>({
  ...base,
  testDir: '../../e2e',
  outputDir: '../../results/kill-matrix-artifacts',
  globalTeardown: './keep-reached.ts',
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
