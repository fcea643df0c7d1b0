import type { TestInfo } from '@playwright/test';
import { attachLoad } from '../evidence.ts';
import { judgeVisits } from './report/judge-visits.ts';
import { judgeK6 } from './report/judge.ts';
import type { K6Report } from './report/read.ts';

/** What a failure of a load says beside the figures. */
export const remedy =
  'p95 from when each request was due, and errors, by their intervals. Remedy: more workers of gunicorn (-w in gunicorn.sh); see in the evidence which page takes the time';

/** Judges what k6 has measured, visits in its browser too, and leaves it with the check as evidence. */
export async function judgedWithEvidence(
  testInfo: TestInfo,
  report: K6Report,
): Promise<{ readonly failures: readonly string[]; readonly undecided: readonly string[] }> {
  const { loads, failures, undecided } = judgeK6(report);
  for (const [name, load] of loads) await attachLoad(testInfo, `k6-${name}`, load);
  await testInfo.attach('k6-summary.json', {
    body: JSON.stringify(report.summaries, null, 2),
    contentType: 'application/json',
  });
  const visits = judgeVisits(report);
  if (visits === undefined) return { failures, undecided };
  await testInfo.attach('k6-visits', {
    body: visits.table.join('\n'),
    contentType: 'text/plain',
  });
  return {
    failures: [...failures, ...visits.failures],
    undecided: [...undecided, ...visits.undecided],
  };
}
