import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { env, type Env } from '../fixtures/env.ts';
import { exitCode, messageOf, OperatorFailure, type ExitCode } from '../fixtures/failure.ts';
import { reachTarget } from '../fixtures/http/reach-target.ts';
import { accept } from '../load/baseline/accept.ts';
import { judgeRuns } from '../load/baseline/judge-runs.ts';
import type { Judgement } from '../load/baseline/judgement.ts';
import { publishBaseline } from '../load/baseline/publish.ts';
import { runNamed } from '../load/baseline/refusals.ts';
import { runsOf, type Measured } from '../load/baseline/runs.ts';
import { readStore, storeFile, tryToAdd } from '../load/baseline/store.ts';
import { judgementText, listText } from '../load/baseline/text.ts';
import { runChecks } from './run-checks.ts';

const options = {
  who: { type: 'string' },
  why: { type: 'string' },
  'new-level': { type: 'boolean' },
  against: { type: 'string' },
} as const;

interface Given {
  readonly words: readonly string[];
  readonly who?: string | undefined;
  readonly why?: string | undefined;
  readonly newLevel: boolean;
  readonly against?: string | undefined;
}

/**
 * Whether the target got slower, and whether that is real: measures it and holds it against the runs
 * that were accepted (no word); `accept [RUN] --who --why` accepts a run, `compare [RUN…]` compares
 * again without measuring, `compare --against URL` measures this target and another one in turn, and
 * `list` shows what there is.
 *
 * @param rest the words and options of the operator
 * @returns 0 as fast · 1 slower, or wrong answers · 4 too little to tell · 130 interrupted
 * @throws OperatorFailure when words or configuration make no sense, the target cannot be reached, or
 *   the store can be neither read nor written
 */
export async function baseline(rest: readonly string[]): Promise<number> {
  const { words, ...given } = argumentsOf(rest);
  const [verb = 'measure', ...runs] = words;
  const settings = env();
  if (verb === 'measure' && runs.length === 0) return measured(settings);
  if (verb === 'compare' && given.against !== undefined && runs.length === 0) {
    return measured(settings, addressOf(given.against));
  }
  if (verb === 'compare' && given.against === undefined) return compared(settings, runs);
  if (verb === 'accept' && runs.length <= 1) return accepted(settings, runs[0], given);
  if (verb === 'list' && runs.length === 0) {
    console.log(listText(all(settings)));
    return exitCode.ok;
  }
  throw usage(`"${words.join(' ')}" is no way to call it`);
}

function argumentsOf(rest: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options,
      allowPositionals: true,
    });
    const { who, why, against } = values;
    return { words: positionals, who, why, against, newLevel: values['new-level'] ?? false };
  } catch (error) {
    throw usage(messageOf(error).replace(/\..*/s, ''));
  }
}

const usage = (problem: string): OperatorFailure =>
  new OperatorFailure(
    `npm run baseline: ${problem}.`,
    'Use npm run baseline, or after it: -- accept [RUN] --who NAME --why REASON, -- compare [RUN…], -- compare --against URL, -- list.',
  );

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.password !== '') {
    throw usage('--against needs an address such as https://before.example.com');
  }
  return url.origin;
}

/** Says what could not be read, so that nobody takes a gap for the whole. */
function all({ baselineFolder: folder }: Env): Measured[] {
  const { lines, unread } = readStore(folder);
  if (unread > 0) {
    console.error(
      `${unread} ${unread === 1 ? 'line' : 'lines'} of ${storeFile(folder)} could not be read (torn by a crash, or of a newer version): kept, and passed over.`,
    );
  }
  return runsOf(lines);
}

async function measured(settings: Env, against?: string): Promise<number> {
  const { runId } = settings;
  if (all(settings).some(({ run }) => run === runId)) {
    throw new OperatorFailure(
      `Run ${runId} has been measured already.`,
      'Leave RUN_ID out, or give a new one: a store is only added to.',
    );
  }
  tryToAdd(settings.baselineFolder);
  if (against !== undefined) {
    await reachTarget({ ...settings, baseUrl: against });
    process.env['BASELINE_AGAINST'] = against;
  }
  process.env['BASELINE'] = '1';
  const code = await runChecks(['--project=baseline'], []);
  const runs = all(settings);
  const run = runs.find((one) => one.run === runId);
  if (run === undefined) return code;
  const judgement = judgeRuns(runs, [run]);
  tell(settings, runs, run, judgement);
  if (code === exitCode.interrupted) {
    console.log(
      `Interrupted: ${run.blocks.length} blocks of run ${runId} are kept, and never compared.`,
    );
  }
  return code;
}

function compared(settings: Env, names: readonly string[]): number {
  const runs = all(settings);
  const [name, ...others] = new Set(names);
  const first = runNamed(runs, name);
  const judgement = judgeRuns(runs, [first, ...others.map((other) => runNamed(runs, other))]);
  tell(settings, runs, first, judgement);
  return codes[judgement.verdict];
}

const codes: Readonly<Record<Judgement['verdict'], ExitCode>> = {
  slower: exitCode.failed,
  'wrong answers': exitCode.failed,
  'as fast': exitCode.ok,
  inconclusive: exitCode.inconclusive,
};

function tell(settings: Env, runs: readonly Measured[], run: Measured, judgement: Judgement): void {
  console.log(judgementText(run, judgement));
  console.log(`Page: ${relative(process.cwd(), join(settings.baselineFolder, 'index.html'))}`);
  for (const problem of publishBaseline(settings, runs, run, judgement)) {
    console.error(problem);
  }
}

function accepted(
  { baselineFolder: folder }: Env,
  name: string | undefined,
  { who, why, newLevel }: Omit<Given, 'words'>,
): number {
  if (who === undefined || why === undefined || who.trim() === '' || why.trim() === '') {
    throw usage('accept needs --who and --why: somebody stands for it');
  }
  const done = accept(folder, name, { who, why, newLevel });
  console.log(
    `Run ${done.run} is accepted by ${who}.${done.newLevel ? ' It begins a new level: what was before tells only how much runs differ.' : ''}`,
  );
  return exitCode.ok;
}
