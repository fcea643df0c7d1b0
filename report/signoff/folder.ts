import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { OperatorFailure } from '../../fixtures/failure.ts';
import { junitOf } from './junit.ts';
import { metricsOf } from './metrics.ts';
import type { Prints } from './print.ts';
import { signoffShape, type Signoff } from './signoff.ts';
import { summaryOf } from './summary.ts';
import { writeWhole } from '../../fixtures/whole-file.ts';

const manifestName = 'SHA256SUMS';

/**
 * Writes a sign-off: the page and its prints, the data with its schema, the forms that other programs
 * read, and the manifest of all files, in the form that `sha256sum --check` reads.
 *
 * @param folder made when it is not there
 * @param page the sign-off as HTML
 * @param prints the page as PDF, where a browser could make it
 * @throws OperatorFailure when the disk refuses
 */
export function writeSignoff(
  folder: string,
  signoff: Signoff,
  page: string,
  prints?: Prints,
): void {
  try {
    mkdirSync(folder, { recursive: true });
    const write = (name: string, content: string | Uint8Array): void => {
      writeWhole(join(folder, name), content);
    };
    write('index.html', page);
    write('signoff.json', `${JSON.stringify(signoff, null, 2)}\n`);
    write('signoff.schema.json', `${JSON.stringify(z.toJSONSchema(signoffShape), null, 2)}\n`);
    write('junit.xml', junitOf(signoff));
    write('summary.md', summaryOf(signoff, 'en'));
    write('metrics.prom', metricsOf(signoff));
    for (const [language, bytes] of Object.entries(prints ?? {})) {
      write(`signoff-${language}.pdf`, bytes);
    }
    const sums = filesIn(folder).map((name) => `${sumOf(join(folder, name))}  ${name}\n`);
    write(manifestName, sums.join(''));
  } catch (cause) {
    throw new OperatorFailure(
      `The sign-off could not be written to ${folder}.`,
      'Make room or give the right to write there; the results of the run are kept.',
      undefined,
      { cause },
    );
  }
}

/**
 * Compares a sign-off with its manifest.
 *
 * @param folder of the sign-off
 * @returns what is wrong with it, a sentence each; empty when nothing is
 * @throws OperatorFailure when there is no manifest
 */
export function verifySignoff(folder: string): string[] {
  const manifest = join(folder, manifestName);
  if (!existsSync(manifest)) {
    throw new OperatorFailure(
      `${folder} holds no ${manifestName}.`,
      'Give the folder of a sign-off: npm run signoff -- --verify FOLDER.',
    );
  }
  const expected = new Map(
    readFileSync(manifest, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  const present = new Set(filesIn(folder));
  return [
    ...[...expected].flatMap(([name, sum]) => {
      if (!present.has(name)) return [`${name} is missing.`];
      return sumOf(join(folder, name)) === sum ? [] : [`${name} was changed.`];
    }),
    ...[...present].filter((name) => !expected.has(name)).map((name) => `${name} was added.`),
  ];
}

const sumOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name !== manifestName)
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
    .sort();
