import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { env } from '../fixtures/env.ts';
import { exitCode } from '../fixtures/failure.ts';
import { runFolder } from '../fixtures/run-folder.ts';
import { noticeOf } from '../report/notice.ts';
import { runShape } from '../report/run.ts';
import { signoffOf } from '../report/signoff/signoff.ts';
import { postNotice } from '../report/webhook.ts';
import { runChecks } from './run-checks.ts';

/**
 * Looks whether the release is alive, and tells the webhook if there is one.
 *
 * @param rest further arguments of the operator, passed on to Playwright
 * @returns the exit code of {@link runChecks}, whether the webhook was told or not
 * @throws OperatorFailure as {@link runChecks}
 */
export async function smoke(rest: readonly string[]): Promise<number> {
  const code = await runChecks(['--project=smoke'], rest);
  const { webhook, runId, baseUrl } = env();
  const folder = runFolder(runId);
  const results = join(folder, 'items.json');
  if (webhook === undefined || code === exitCode.interrupted || !existsSync(results)) return code;
  // Nobody's word counts here: what a smoke sees is told as it is.
  const result = signoffOf(
    runShape.parse(JSON.parse(readFileSync(results, 'utf8'))),
    { attestations: [], waivers: [] },
    { suite: 'smoke', run: runId, target: baseUrl, today: '' },
  );
  const page = relative(process.cwd(), join(folder, 'report', 'index.html'));
  const problem = await postNotice(noticeOf(result, 'smoke', page), webhook);
  if (problem !== undefined) console.error(problem);
  return code;
}
