import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const description = z
  .object({
    scripts: z.record(z.string(), z.string()),
    devDependencies: z.object({ '@playwright/test': z.string() }),
  })
  .parse(JSON.parse(read('package.json')));

const workflows = readdirSync(join(root, 'examples/github')).map(
  (name) => `examples/github/${name}`,
);
const units = readdirSync(join(root, 'examples/systemd')).map((name) => `examples/systemd/${name}`);
const gitlab = 'examples/gitlab/.gitlab-ci.yml';
const examples = [...workflows, ...units, gitlab, 'examples/crontab', 'Dockerfile'];

for (const file of ['Dockerfile', gitlab]) {
  test(`${file} takes the browsers of the Playwright that is installed`, () => {
    const tags = [...read(file).matchAll(/mcr\.microsoft\.com\/playwright:(\S+)/g)].map(
      ([, tag]) => tag,
    );
    expect(tags).toEqual([`v${description.devDependencies['@playwright/test']}-noble`]);
  });
}

test('every command of an example is one of the suite', () => {
  const commands = examples.flatMap((file) =>
    [...read(file).matchAll(/(?:npm run|start\.mjs) ([a-z][a-z0-9]*)/g)].map(
      ([, name = '']) => name,
    ),
  );
  expect(commands.length).toBeGreaterThan(examples.length / 2);
  expect(commands.filter((name) => !(name in description.scripts))).toEqual([]);
});

const permissions = z.strictObject({ contents: z.enum(['read', 'write']) });
const step = z.object({
  uses: z
    .string()
    .regex(/^[\w-]+\/[\w-]+@(?:v\d+|[0-9a-f]{40})$/)
    .optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflow = z.object({
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.literal(false) }),
  env: z.record(z.string(), z.string()).optional(),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.int().max(60),
      permissions: permissions.optional(),
      steps: z.array(step),
    }),
  ),
});

for (const file of workflows) {
  test(`${file} may do no more than it needs`, () => {
    const { concurrency, env, jobs } = workflow.parse(parse(read(file)));
    expect(concurrency.group).toContain('${{');
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    // A secret reaches one step and no shell text, and what may write runs nothing that was installed.
    expect(JSON.stringify(env ?? {})).not.toContain('secrets.');
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
    const writing = Object.values(jobs).filter((job) => job.permissions?.contents === 'write');
    expect(
      writing.flatMap((job) => job.steps).filter(({ run = '' }) => run.includes('npm')),
    ).toEqual([]);

    const own = ['CHECKS', 'PART', 'WHO', 'WHY'];
    const given = [env, ...steps.map((one) => one.env)].flatMap((one) => Object.keys(one ?? {}));
    const known = new Set(
      [...read('.env.example').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name),
    );
    expect(given.filter((name) => !known.has(name) && !own.includes(name))).toEqual([]);
  });
}

test('no file of a password gets into the image', () => {
  const lines = read('.dockerignore').split('\n');
  expect(lines).toEqual(expect.arrayContaining(['.env', '.env.*', 'results/', 'node_modules/']));
});

test('systemd understands the units', () => {
  const { error, status, stderr } = spawnSync(
    'systemd-analyze',
    ['verify', ...units.map((unit) => join(root, unit))],
    {
      encoding: 'utf8',
    },
  );
  test.skip(error !== undefined, 'needs systemd-analyze, of the Debian package systemd');
  expect(`${status} ${stderr}`).toBe('0 ');
});
