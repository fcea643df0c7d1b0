import { chromium, defineConfig, devices } from '@playwright/test';
import { join } from 'node:path';
import { findBrowser, browserArguments } from './fixtures/browser-choice.ts';
import { embedMailbox, embedStandin } from './fixtures/embedded.ts';
import { env, loadEnvFile } from './fixtures/env.ts';
import { embeddedTarget } from './report/run.ts';
import { runFolder } from './fixtures/run-folder.ts';
import type { Options } from './fixtures/index.ts';

// Who calls Playwright itself means the deployment of `.env`, too.
loadEnvFile();
await embedStandin(process.env);
await embedMailbox(process.env);

const {
  backupFolder,
  baseUrl,
  browserPath,
  bucket,
  deployFolder,
  hostShell,
  k6Report,
  mailProvider,
  rdsInstance,
  runId,
  workers,
} = env();
const folder = runFolder(runId);
const executablePath = findBrowser(browserPath);
const embedded = process.env['EMBEDDED'] === '1';
// Nothing else runs beside a load: it would be part of it.
const isLoad = process.env['LOAD'] === '1';
const isBaseline = process.env['BASELINE'] === '1';
const sinkPort = process.env['SINK_API_PORT'];

export default defineConfig<Options>({
  testDir: 'e2e',
  outputDir: join(folder, 'artifacts'),
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // A check that passes the second time has still failed once.
  retries: 0,
  workers: isLoad || isBaseline ? 1 : (workers ?? 2),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalTeardown: './fixtures/remove-after-run.ts',
  metadata: { target: embedded ? embeddedTarget : baseUrl },
  // Who wrote the last commit is nothing that a sign-off has to tell.
  captureGitInfo: { commit: false, diff: false },
  reporter: [
    // First, as it hides secrets from all that follow.
    ['./report/masking-reporter.ts'],
    ['./report/progress-reporter.ts'],
    ['html', { outputFolder: join(folder, 'report'), open: 'never' }],
    ['junit', { outputFile: join(folder, 'junit.xml') }],
    ['json', { outputFile: join(folder, 'results.json') }],
    // By which shards and phases become one sign-off.
    ['blob', { outputDir: join(folder, 'blob') }],
    ['./report/items-reporter.ts'],
  ],
  use: {
    ...devices['Desktop Chrome'],
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    // The film of a trace costs a sixth of the time of a run; its snapshots show the same.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: true },
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...browserArguments],
      // Playwright knows best which of its own browsers to start: the shell, or one with a window.
      ...(executablePath === undefined ||
      (browserPath === undefined && executablePath === chromium.executablePath())
        ? {}
        : { executablePath }),
    },
  },
  // A project is a role: its folder holds what that role may and may not do.
  projects: [
    ...(isLoad || isBaseline
      ? []
      : [
          { name: 'smoke', testDir: 'e2e/smoke' },
          { name: 'anonymous', testDir: 'e2e/as-anonymous' },
          { name: 'auxiliar', testDir: 'e2e/as-auxiliar', use: { role: 'auxiliar' as const } },
          {
            name: 'coordinador',
            testDir: 'e2e/as-coordinador',
            use: { role: 'coordinador' as const },
          },
          { name: 'director', testDir: 'e2e/as-director', use: { role: 'director' as const } },
          {
            name: 'corporativo',
            testDir: 'e2e/as-corporativo',
            use: { role: 'corporativo' as const },
          },
          {
            name: 'other-tenant',
            testDir: 'e2e/as-other-tenant',
            use: { role: 'otherTenant' as const },
          },
          // By topic, not by role: who attacks is said in each check.
          { name: 'security', testDir: 'security' },
          // By what the operator has given access to; without any, nothing of it is run.
          {
            name: 'ops',
            testDir: 'ops',
            // Further ways to see lines that have another one: a line is not run as long as a check of it is.
            testIgnore: [
              ...(bucket === undefined ? [/ops\/bucket\//] : []),
              ...(hostShell === undefined || deployFolder === undefined ? [/ops\/deployed\//] : []),
              ...(rdsInstance === undefined ? [/ops\/snapshots\/rds\.spec/] : []),
              ...(rdsInstance !== undefined && backupFolder === undefined
                ? [/ops\/backups\//]
                : []),
              ...(mailProvider === undefined ? [/ops\/mail-provider\//] : []),
            ],
          },
        ]),
    // Last and one at a time, so that no other check runs beside what is measured; a trace would slow it.
    {
      name: 'performance',
      testDir: 'load',
      // A line is not run as long as a check of it is: that of k6 is there for who has a report.
      testMatch: [
        /load\/(pages|growth)\/.*\.spec\.ts$/,
        ...(k6Report === undefined ? [] : [/load\/k6\/report\.spec\.ts$/]),
      ],
      workers: 1,
      timeout: 240_000,
      use: { trace: 'off' as const },
    },
    ...(isLoad
      ? [
          {
            name: 'load',
            testDir: 'load',
            testIgnore: /load\/(pages|growth|k6|baseline)\//,
            // A soak takes an afternoon.
            timeout: 0,
            use: { trace: 'off' as const },
          },
        ]
      : []),
    ...(process.env['LOAD_ENGINE'] === 'k6'
      ? [
          {
            name: 'k6',
            testDir: 'load/k6',
            testMatch: 'run.spec.ts',
            timeout: 0,
            use: { trace: 'off' as const },
          },
        ]
      : []),
    ...(isBaseline
      ? [
          {
            name: 'baseline',
            testDir: 'load/baseline',
            timeout: 0,
            use: { trace: 'off' as const },
          },
        ]
      : []),
  ],
  webServer: [
    ...(sinkPort === undefined
      ? []
      : [
          {
            name: 'mailbox',
            command: 'npx tsx fixtures/mailbox/sink-main.ts',
            cwd: import.meta.dirname,
            url: `http://127.0.0.1:${sinkPort}/api/v1/messages`,
            timeout: 30_000,
          },
        ]),
    ...(embedded
      ? [
          {
            name: 'stand-in',
            command: 'npx tsx standin/main.ts',
            cwd: import.meta.dirname,
            url: `${baseUrl ?? ''}/accounts/login/`,
            ignoreHTTPSErrors: true,
            timeout: 60_000,
          },
        ]
      : []),
  ],
});
