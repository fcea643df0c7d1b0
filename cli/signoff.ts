import { join, relative } from 'node:path';
import { findBrowser } from '../fixtures/browser-choice.ts';
import { env, type Env } from '../fixtures/env.ts';
import { exitCode, messageOf, OperatorFailure } from '../fixtures/failure.ts';
import { runFolder } from '../fixtures/run-folder.ts';
import { completed, embeddedTarget, readRun, type Run } from '../report/run.ts';
import { changesSince } from '../report/signoff/changes.ts';
import { verifySignoff, writeSignoff } from '../report/signoff/folder.ts';
import { appendHistory, readHistory, targetKey } from '../report/signoff/history.ts';
import { writeHistoryPage } from '../report/signoff/history-page.ts';
import { readLedger } from '../report/signoff/ledger.ts';
import { signoffPage } from '../report/signoff/page/page.ts';
import { picturesOf } from '../report/signoff/pictures.ts';
import { printed, type Prints } from '../report/signoff/print.ts';
import { signoffOf, type Signoff } from '../report/signoff/signoff.ts';
import { targetFacts } from '../report/signoff/target-facts.ts';
import { suiteName } from '../report/suite-name.ts';
import { knownChecks } from './known-checks.ts';
import { mergeParts } from './merge-parts.ts';
import { publish } from './publish.ts';
import { runChecks } from './run-checks.ts';

const root = join(import.meta.dirname, '..');

/**
 * Runs what can run on the target and leaves a folder that says of every line of the document how it
 * stands. With `--from RUN…` it makes it of runs that are there already: shards, or phases. With
 * `--verify FOLDER` it compares such a folder with its manifest instead.
 *
 * @param rest further arguments of the operator, passed on to Playwright
 * @returns 0 go · 1 something failed · 4 something is open that nothing failed on · 130 interrupted
 * @throws OperatorFailure when configuration, target or the operator's files do not let it start, or
 * the disk refuses what it leaves
 */
export async function signoff(rest: readonly string[]): Promise<number> {
  const [first = '', ...others] = rest.flatMap((one) =>
    /^--(?:verify|from)=/.test(one) ? one.split(/=(.*)/s, 2) : [one],
  );
  if (first === '--verify') return verify(others[0]);
  // Read first: an hour of checks is not spent on a sign-off that a typing error, or a history that
  // cannot be read, would stop.
  const ledger = readLedger({
    attestations: join(root, 'attestations.yaml'),
    waivers: join(root, 'waivers.yaml'),
  });
  const settings = env();
  const { entries } = readHistory(targetKey(settings.baseUrl));
  const code =
    first === '--from' ? await mergeParts(others, settings.runId) : await runChecks([], rest);
  const folder = runFolder(settings.runId);
  const run = await resultsIn(folder, settings, rest.length === 0);
  if (run === undefined) return code === exitCode.interrupted ? code : exitCode.configuration;
  const [facts, pictures] = await Promise.all([
    targetFacts(settings),
    picturesOf(folder, run.checks),
  ]);
  const result = signoffOf(
    run,
    ledger,
    {
      suite: suiteName(),
      run: settings.runId,
      target: settings.baseUrl,
      today: new Date().toISOString().slice(0, 10),
      ...(facts === undefined ? {} : { facts }),
    },
    (now) => changesSince(entries, now),
  );
  const page = signoffPage(result, { pictures, history: entries });
  writeSignoff(join(folder, 'signoff'), result, page, await printsOf(page, settings));
  const pagePath = relative(process.cwd(), join(folder, 'signoff', 'index.html'));
  say(result, pagePath);
  if (code !== exitCode.interrupted) {
    for (const problem of await publish(result, settings, pagePath)) console.error(problem);
  }
  remember(result);
  return code === exitCode.interrupted ? code : codeOf(result);
}

// The sign-off stands whether its history can be written or not.
function remember(signoff: Signoff): void {
  try {
    appendHistory(signoff);
    console.log(`History: ${relative(process.cwd(), writeHistoryPage(signoff.target))}`);
  } catch (error) {
    if (!(error instanceof OperatorFailure)) throw error;
    console.error(`${error.problem}\n${error.remedy}`);
  }
}

async function resultsIn(
  folder: string,
  { baseUrl }: Env,
  everything: boolean,
): Promise<Run | undefined> {
  const run = readRun(join(folder, 'items.json'));
  if (run === undefined) return undefined;
  const expected = baseUrl ?? embeddedTarget;
  const foreign = run.targets.find((target) => target !== expected);
  if (foreign !== undefined) {
    throw new OperatorFailure(
      `A part of this sign-off is of ${foreign}, not of ${expected}.`,
      'Give runs of one target only, and its BASE_URL.',
    );
  }
  // To ask Playwright what else there is takes seconds.
  return everything ? run : completed(run, await knownChecks(folder));
}

// Runs may be joined where no browser is; any browser prints the page as well.
async function printsOf(page: string, { browserPath }: Env): Promise<Prints | undefined> {
  try {
    return await printed(page, findBrowser(browserPath));
  } catch (error) {
    console.error(`The PDF could not be made: ${messageOf(error).split('\n')[0] ?? ''}`);
    return undefined;
  }
}

function codeOf({ decision, lines }: Signoff): number {
  if (decision !== 'NO-GO') return exitCode.ok;
  return lines.some(({ verdict }) => verdict === 'fail') ? exitCode.failed : exitCode.inconclusive;
}

function say({ decision, criteria, counts, durationMs }: Signoff, page: string): void {
  const lines = criteria.map(
    ({ text, met, of, open }) =>
      `  ${met ? '✓' : '✗'} ${text.en} ${met ? `(${of})` : `(${open} of ${of} open)`}`,
  );
  const verdicts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => `${n} ${verdict}`);
  const inShort = [decision, ...verdicts, `${Math.round(durationMs / 1000)} s`, page];
  console.log(['', ...lines, inShort.join(' · ')].join('\n'));
}

function verify(folder: string | undefined): number {
  if (folder === undefined) {
    throw new OperatorFailure(
      '--verify needs the folder of a sign-off.',
      'npm run signoff -- --verify results/latest/signoff',
    );
  }
  const wrong = verifySignoff(folder);
  console.log(wrong.length === 0 ? 'Every file is as it was signed.' : wrong.join('\n'));
  return wrong.length === 0 ? exitCode.ok : exitCode.failed;
}
