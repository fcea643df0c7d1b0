#!/usr/bin/env node
// The one file that runs before anything is installed: plain JavaScript, no dependency.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node ${process.versions.node} is too old. Install Node 20.19 or newer.`);
}

const here = fileURLToPath(new URL('..', import.meta.url));
const root = here.includes(`${sep}node_modules${sep}`) ? workingCopy(here) : here;
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');
// npm never packs the lock from where it is used; `prepack` lays it beside this file.
if (!existsSync(lock)) copyFileSync(join(root, 'cli', 'package-lock.json'), lock);

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing the packages of package-lock.json …');
  const npm = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'],
    { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (npm.status !== 0) {
    stop('The packages could not be installed. Check the network and run it again.');
  }
}

// Ctrl-C reaches the child too, which tidies up; this process waits for it.
process.on('SIGINT', () => undefined);
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(root, 'cli', 'main.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.signal === null ? (run.status ?? 1) : 130);

/**
 * Where an installed package works: neither Node nor Playwright reads TypeScript below node_modules,
 * and what an operator keeps has to outlive an `npm install`.
 *
 * @param {string} from the installed package
 */
function workingCopy(from) {
  const copy = join(process.cwd(), 'construbot-acceptance');
  if (!existsSync(copy)) {
    console.log(`The suite is copied to ${copy}: .env, attestations and results belong there.`);
    const draft = `${copy}.${process.pid}`;
    cpSync(from, draft, { recursive: true });
    // npm leaves it out of every package, and the folder holds passwords from now on.
    writeFileSync(join(draft, '.gitignore'), 'node_modules/\nresults/\nbaselines/\n.env\n');
    renameSync(draft, copy);
  } else if (describedIn(copy) !== describedIn(from)) {
    stop(
      `${copy} is not of the version that is installed.\nMove it away; then copy .env, attestations.yaml, waivers.yaml, baselines and results from it into the new one.`,
    );
  }
  return copy;
}

/** @param {string} folder */
function describedIn(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
