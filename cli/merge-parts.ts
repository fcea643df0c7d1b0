import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFailure } from '../fixtures/failure.ts';
import { runFolder } from '../fixtures/run-folder.ts';
import { runProgram } from './child.ts';
import { forgetResults } from './run-checks.ts';

/**
 * Joins the parts of one sign-off: shards, or phases that ran one after the other. Each run keeps
 * what it takes in the folder `blob` below its own.
 *
 * @param folders of the runs, or their `blob` folders
 * @param runId under which the joined run is kept
 * @returns the exit code of the merge
 * @throws OperatorFailure when a folder holds no part
 */
export function mergeParts(folders: readonly string[], runId: string): Promise<number> {
  const parts = join(runFolder(runId), 'parts');
  if (folders.length === 0) {
    throw new OperatorFailure(
      '--from needs the folders of runs.',
      'npm run signoff -- --from results/runs/abc123 results/runs/def456',
    );
  }
  forgetResults(runId);
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  for (const [index, folder] of folders.entries()) {
    for (const zip of partsIn(folder)) copyFileSync(zip, join(parts, `${index}-${nameOf(zip)}`));
  }
  return runProgram('playwright', ['merge-reports', '-c', 'playwright.config.ts', parts], {
    RUN_ID: runId,
  });
}

function partsIn(folder: string): string[] {
  for (const place of [join(folder, 'blob'), folder]) {
    const zips = existsSync(place)
      ? readdirSync(place).filter((name) => name.endsWith('.zip'))
      : [];
    if (zips.length > 0) return zips.map((name) => join(place, name));
  }
  throw new OperatorFailure(
    `${folder} holds no part of a sign-off.`,
    'Give the folders of runs, such as results/runs/abc123: each holds a folder `blob`.',
  );
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
