import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { env } from '../fixtures/env.ts';
import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { runFolder } from '../fixtures/run-folder.ts';
import { noticeOf } from '../report/notice.ts';
import { readRun } from '../report/run.ts';
import { smokePage } from '../report/signoff/page/page.ts';
import { picturesOf } from '../report/signoff/pictures.ts';
import { signoffOf } from '../report/signoff/signoff.ts';
import { writeWhole } from '../fixtures/whole-file.ts';
import { postNotice } from '../report/webhook.ts';
import { runChecks } from './run-checks.ts';

/**
 * Looks whether the release is alive: leaves one page, says one line, and tells the webhook if there
 * is one.
 *
 * @param rest further arguments of the operator, passed on to Playwright
 * @returns the exit code of {@link runChecks}, whether the webhook was told or not
 * @throws OperatorFailure as {@link runChecks}, and when the disk refuses the page
 */
export async function smoke(rest: readonly string[]): Promise<number> {
  const code = await runChecks(['--project=smoke'], rest);
  const { webhook, runId, baseUrl } = env();
  const folder = runFolder(runId);
  const run = readRun(join(folder, 'items.json'));
  if (run === undefined) return code;
  // Nobody's word counts here: what a smoke sees is told as it is.
  const result = signoffOf(
    run,
    { attestations: [], waivers: [] },
    { suite: 'smoke', run: runId, target: baseUrl, today: '' },
  );
  const file = join(folder, 'smoke', 'index.html');
  try {
    mkdirSync(join(folder, 'smoke'), { recursive: true });
    writeWhole(file, smokePage(result, await picturesOf(folder, run.checks)));
  } catch (cause) {
    throw new OperatorFailure(
      `The page of the smoke could not be written to ${file}.`,
      'Make room or give the right to write there; the results of the run are kept.',
      undefined,
      { cause },
    );
  }
  const page = relative(process.cwd(), file);
  const passed = run.checks.filter(({ status }) => status === 'passed').length;
  console.log(
    `Smoke: ${passed} of ${run.checks.length} checks passed in ${Math.round(run.durationMs / 1000)} s · ${page}`,
  );
  if (webhook === undefined || code === exitCode.interrupted) return code;
  const problem = await postNotice(noticeOf(result, 'smoke', page), webhook);
  if (problem !== undefined) console.error(problem);
  return code;
}
