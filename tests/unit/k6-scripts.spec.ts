import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { k6 as k6Command } from '../../cli/k6.ts';
import { judgeVisits } from '../../load/k6/report/judge-visits.ts';
import { judgeK6 } from '../../load/k6/report/judge.ts';
import { readK6Report } from '../../load/k6/report/read.ts';
import { settingsOf } from '../../load/k6/settings.ts';
import { keyPages } from '../../load/pages/key-page-list.ts';
import { password, people, smallConstrubot, work } from './k6-construbot.ts';
import { closeServers } from './load-server.ts';

// The scripts of load/k6 as they are, in the stand-in of k6 (tests/k6): nothing of Node is there.
const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'tests', 'k6', 'k6');

test.afterEach(closeServers);

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly folder: string;
}

async function k6(
  script: string,
  target: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const folder = test.info().outputPath('k6');
  mkdirSync(folder, { recursive: true });
  const points = `json=${join(folder, 'points.json.gz')}`;
  const child = spawn(program, ['run', '--quiet', '--out', points, join('load/k6', script)], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      BASE_URL: target,
      LOAD_PROFILE: 'smoke',
      LOAD_PEOPLE: JSON.stringify(people),
      LOAD_WORK: JSON.stringify(work),
      LOAD_SUMMARY: join(folder, 'summary.json'),
      ...variables,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, folder };
}

test('everybody signs in once with the token of the form, works by turns, and is signed out', async () => {
  const site = await smallConstrubot();
  const { code, output, folder } = await k6('office.ts', site.origin);
  expect(output).toContain('k6, smoke');
  expect(code).toBe(0);
  expect(site.signedIn).toEqual(['ana', 'eva']);
  expect(site.signedOut).toEqual(['ana', 'eva']);
  // Two a second for twelve seconds, by weights of 3 and six times 2; those that save are none of them.
  expect(site.asked).toHaveLength(21);
  expect(site.asked.slice(0, 13).filter((path) => path === '/proyectos/')).toHaveLength(3);
  // Each saves another quantity, as a form that says what is there already writes nothing.
  expect(new Set(site.saved)).toEqual(new Set(['1', '2']));
  expect(site.saved).toHaveLength(3);
  expect(site.asked).toContain('/proyectos/estimacion/pdf/9/');
  expect(new Set(site.by)).toEqual(new Set(['ana', 'eva']));

  const report = await readK6Report(folder, site.origin, new Date());
  expect(report.summaries).toMatchObject([{ profile: 'smoke', target: site.origin, dropped: 0 }]);
  const counts = Object.values(report.summaries[0]?.pages ?? {}).map(({ count }) => count);
  // The warm-up of two seconds is in none of them.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
  const { loads, failures, undecided } = judgeK6(report);
  const pages = [...(loads.get('smoke')?.pages.values() ?? [])];
  expect(pages.reduce((sum, { latency }) => sum + latency.count, 0)).toBe(20);
  expect(failures).toEqual([]);
  // So few prove nothing.
  expect(undecided.join()).toContain('p95 needs 100 samples');
  const left = readFileSync(join(folder, 'summary.json'), 'utf8') + output;
  expect(left).not.toContain(password);
  expect(left).not.toContain('sessionid');
});

test('a page that is another one is wrong with 200 as well: k6 fails, and so does the judgement', async () => {
  const site = await smallConstrubot(() => 'Iniciar Sesión');
  const { code, folder } = await k6('office.ts', site.origin);
  expect(code).toBe(99);
  const { summaries, machines } = await readK6Report(folder, site.origin, new Date());
  const { failures } = judgeK6({ summaries, machines });
  expect(judgeVisits({ summaries, machines })).toBeUndefined();
  // All but those that save: they are led on as they should be.
  expect(failures).toEqual([expect.stringMatching(/^errors and dropped requests: 85\.00 %/)]);
  expect(summaries[0]?.thresholds.filter(({ kept }) => !kept).map(({ metric }) => metric)).toEqual([
    'page_failed{phase:measured}',
    'page_failed{phase:measured}',
    'checks{phase:measured}',
  ]);
});

test('who cannot sign in ends the run before the load, and the password is not told', async () => {
  const site = await smallConstrubot();
  const wrong = JSON.stringify([{ username: 'ana', password: 'canary-wrong' }]);
  const { code, output } = await k6('office.ts', site.origin, { LOAD_PEOPLE: wrong });
  expect(code).toBe(107);
  expect(output).toContain('ana could not sign in: status 200');
  expect(output).not.toContain('canary-wrong');
  expect(site.asked).toEqual([]);
});

test('beside the office a browser opens each key page', async () => {
  const site = await smallConstrubot();
  const { code, folder } = await k6('browser.ts', site.origin);
  expect(code).toBe(0);
  const verdict = judgeVisits(await readK6Report(folder, site.origin, new Date()));
  expect(verdict).toMatchObject({ failures: [], undecided: [] });
  expect(verdict?.table).toHaveLength(keyPages.length);
});

const told = {
  BASE_URL: 'https://obra.example/',
  LOAD_PEOPLE: JSON.stringify(people),
  LOAD_WORK: JSON.stringify(work),
};

test('what is told by the environment is taken, with an average load unless another is named', () => {
  expect(settingsOf(told)).toMatchObject({
    target: 'https://obra.example',
    name: 'average',
    people,
  });
});

for (const [name, value] of [
  ['LOAD_PROFILE', 'enormous'],
  ['LOAD_PEOPLE', '[]'],
  ['LOAD_PEOPLE', '{"canary'],
  ['LOAD_PEOPLE', '[{"username": "canary"}]'],
  ['LOAD_WORK', '{"contrato": "7"}'],
  ['LOAD_WORK', '{"contrato": 7, "estimacion": 9, "contract": ""}'],
  ['LOAD_HEADERS', 'canary'],
  ['BASE_URL', ''],
] as const) {
  test(`${name}=${value} is refused with its name, without its value`, () => {
    expect(() => settingsOf({ ...told, [name]: value })).toThrow(name);
    expect(() => settingsOf({ ...told, [name]: value })).not.toThrow('canary');
  });
}

test('npm run k6 refuses a load that there is none of', async () => {
  await expect(k6Command(['enormous'])).rejects.toThrow(/Use one of: smoke, brief, average/);
});
