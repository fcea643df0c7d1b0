import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder } from '../../fixtures/run-folder.ts';
import { Command } from './command.ts';
import { Deployment } from './deployment.ts';

const standin = join(import.meta.dirname, '..', 'k6', 'k6');

test('npm run k6 makes its people, lets k6 work with them, judges what it left and removes them', async () => {
  const deployment = await Deployment.start();
  try {
    const before = await deployment.rows();
    const { code, output } = await new Command(['k6', 'smoke', '--browser'], {
      ...deployment.variables,
      RUN_ID: 'k6smoke',
      K6_PATH: standin,
    }).ended;
    // The stand-in of k6 sends one request after the other: so few decide nothing.
    expect(output).toContain('p95 needs 100 samples');
    expect(output).not.toContain('another page than the one meant');
    expect(code).toBe(4);
    expect(await deployment.rows()).toEqual(before);
    const folder = join(resultsFolder, 'k6', 'smoke');
    expect(output).toContain(`K6_REPORT=${folder}`);
    expect(readdirSync(folder).sort()).toEqual(
      ['authorities.pem', 'exit-code', 'k6.log', 'points.json.gz', 'summary.json'].sort(),
    );
    expect(readFileSync(join(folder, 'k6.log'), 'utf8')).toContain('0 dropped');
  } finally {
    deployment.stop();
  }
});

test('without k6 nothing is asked of the target, and how to get it is said', async () => {
  const { code, output } = await new Command(['k6'], {
    BASE_URL: 'https://127.0.0.1:9',
    K6_PATH: '/nowhere/k6',
  }).ended;
  expect(code).toBe(4);
  expect(output).toContain('Not run: needs k6 1 or 2 on the PATH');
});
