import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const packed = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
]);

function output(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

test('the package alone, installed elsewhere, is a suite that works in the folder of the operator', ({}, testInfo) => {
  const operator = testInfo.outputPath('operator');
  const installed = join(operator, 'node_modules', 'construbot-acceptance');
  const tools = testInfo.outputPath('tools');
  for (const folder of [installed, tools]) mkdirSync(folder, { recursive: true });

  const pack = ['pack', '--silent', '--json', '--pack-destination', operator];
  const [{ filename, files }] = packed.parse(JSON.parse(output('npm', pack, root)));
  const inside = files.map(({ path }) => path);
  expect(inside.filter((path) => /^(tests|bench|results|baselines)\/|\.env$/.test(path))).toEqual(
    [],
  );
  output('tar', ['xzf', filename, '--strip-components=1', '-C', installed], operator);

  // The packages are here already: a test loads none of them from the network.
  const npm = join(tools, 'npm');
  writeFileSync(npm, `#!/bin/sh\ntest -f package-lock.json && ln -sfn '${root}/node_modules' .\n`);
  chmodSync(npm, 0o755);
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [join(installed, 'cli', 'start.mjs'), ...args], {
      cwd: operator,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}` },
    });

  const smoke = command('smoke');
  expect(`${smoke.status} ${smoke.stdout}${smoke.stderr}`).toMatch(/^0 [^]*Smoke: (\d+) of \1 /);
  const copy = join(operator, 'construbot-acceptance');
  expect(existsSync(join(copy, 'results', 'latest', 'smoke', 'index.html'))).toBe(true);
  expect(existsSync(join(installed, 'results'))).toBe(false);
  expect(readFileSync(join(copy, '.gitignore'), 'utf8')).toContain('\n.env\n');

  const tests = command('test');
  expect(`${tests.status} ${tests.stderr}`).toMatch(/^2 The package leaves out/);

  // As another version would have it.
  writeFileSync(join(copy, 'package.json'), '{}');
  const other = command('smoke');
  expect(`${other.status} ${other.stderr}`).toMatch(/^2 .* is not of the version .*\nMove it away/);
});
