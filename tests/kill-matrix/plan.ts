import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkName } from '../../fixtures/check-name.ts';
import type { Trial } from '../../fixtures/test/acting.ts';
import { OperatorFailure } from '../../fixtures/failure.ts';
import { latestFolder } from '../../fixtures/run-folder.ts';
import { faults, type Fault } from '../../standin/faults/index.ts';
import { coverOf } from './cover.ts';

/** One check of the clean run. */
export interface Check {
  readonly name: string;
  readonly project: string;
  readonly title: string;
  readonly items: readonly string[];
  /** It walks the whole application: whatever is wrong anywhere may be in its way. */
  readonly wide: boolean;
}

/** A fault and the checks that it is tried on. */
export interface Pairing {
  readonly fault: Fault;
  /** Checks that name an item which the fault breaks, and reach the place where it would strike. */
  readonly intended: readonly Check[];
  /** Checks that reach that place but name none of its items: they must stay green. */
  readonly bystanders: readonly Check[];
}

/** A check that is run once, under one fault or several. */
export interface CheckTrial extends Trial {
  readonly check: Check;
}

const testShape = z.object({
  projectName: z.string(),
  status: z.string(),
});
const specShape = z.object({
  title: z.string(),
  file: z.string(),
  tags: z.array(z.string()),
  tests: z.array(testShape),
});
interface Suite {
  title: string;
  file: string;
  specs: z.infer<typeof specShape>[];
  suites?: Suite[] | undefined;
}
const suiteShape: z.ZodType<Suite> = z.object({
  title: z.string(),
  file: z.string(),
  specs: z.array(specShape),
  suites: z.lazy(() => z.array(suiteShape)).optional(),
});
const reportShape = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(suiteShape),
});
// For work on the faults themselves: only pairs whose check or fault has none yet.
const unprovedOnly = process.env['UNPROVED'] === '1';

const idsByCheck = z.record(z.string(), z.array(z.string()));
const reachedShape = z.object({ asked: idsByCheck, met: idsByCheck });

/** What full matrices have found: for each fault the check that speaks of it, and further checks so that each is there once. */
const killersFile = join(import.meta.dirname, 'killers.json');
const killersShape = z.record(z.string(), z.array(z.string()));

/** The checks that are known to find each fault. */
export function knownKillers(): Record<string, string[]> {
  return existsSync(killersFile)
    ? killersShape.parse(JSON.parse(readFileSync(killersFile, 'utf8')))
    : {};
}

/** Keeps what a full matrix has found, for the quick one. */
export function keepKillers(killers: Readonly<Record<string, readonly string[]>>): void {
  writeFileSync(killersFile, `${JSON.stringify(killers, null, 2)}\n`);
}

/**
 * The runs of checks that prove the pairs: one for each fault that a check should find. The faults
 * that a check must not mind are on all at once, as a check that stays green minds none of them; to
 * tell which one turned it red, `BYSTANDERS=each` switches them on one by one.
 *
 * @param pairings from {@link plan}
 * @param bystanders how the faults that a check must not mind are tried
 * @param full also those that others hide, which takes a second run of each check
 */
export function trialsOf(
  pairings: readonly Pairing[],
  bystanders: 'together' | 'each' | 'none',
  full: boolean,
): CheckTrial[] {
  const intended = pairings.flatMap(({ fault, intended: checks }) =>
    checks.map((check) => ({ check, faults: [fault.id], wantsRed: true })),
  );
  const each = pairings.flatMap(({ fault, bystanders: checks }) =>
    checks.map((check) => ({ check, faults: [fault.id], wantsRed: false })),
  );
  if (bystanders === 'none') return intended;
  if (bystanders === 'each') return [...intended, ...each];
  const hidden = new Set(pairings.flatMap(({ fault }) => (fault.hiddenBy ? [fault.id] : [])));
  const together = (some: readonly CheckTrial[]): CheckTrial[] => {
    const byCheck = new Map<Check, string[]>();
    for (const { check, faults: ids } of some) {
      byCheck.set(check, [...(byCheck.get(check) ?? []), ...ids]);
    }
    return [...byCheck].map(([check, ids]) => ({ check, faults: ids, wantsRed: false }));
  };
  const isHidden = ({ faults: ids }: CheckTrial): boolean => ids.some((id) => hidden.has(id));
  return [
    ...intended,
    ...together(each.filter((trial) => !isHidden(trial))),
    ...(full ? together(each.filter(isHidden)) : []),
  ];
}

/**
 * Spreads trials over layers so that each check is once at most in each: a layer is one run of the
 * suite, and few layers mean few starts of workers and browsers.
 */
export function layersOf(trials: readonly CheckTrial[]): CheckTrial[][] {
  const layers: CheckTrial[][] = [];
  const times = new Map<string, number>();
  for (const trial of trials) {
    const layer = times.get(trial.check.name) ?? 0;
    times.set(trial.check.name, layer + 1);
    (layers[layer] ??= []).push(trial);
  }
  return layers;
}

/**
 * Pairs faults with checks by what the last clean run on the stand-in reached.
 *
 * A fault whose place a check never reaches cannot change what that check sees, so only checks that
 * reach it are paired with it.
 *
 * @param full try every check that could find a fault; else as few of those that are known to as
 *   leave no fault and no check out
 * @throws OperatorFailure when there was no clean run
 */
export function plan(full: boolean): Pairing[] {
  const checks = cleanChecks();
  const { asked: reached } = reachedShape.parse(read('reached.json'));
  const known = knownKillers();
  const proved = new Set(
    faults.filter(({ general }) => general !== true).flatMap(({ id }) => known[id] ?? []),
  );
  const pairings = faults.map((fault): Pairing => {
    const near = checks.filter(({ name }) => reached[name]?.includes(fault.id) === true);
    const names = (check: Check): boolean => fault.items.some((id) => check.items.includes(id));
    const intended = near.filter(names);
    // What is proved already need not be tried again: `npm run faults` tries it all the same, but
    // for general faults, which stand in where nothing is closer.
    const fresh = fault.general === true || (unprovedOnly && known[fault.id] !== undefined);
    const wanted = intended.filter(({ name }) => !fresh || !proved.has(name));
    return {
      fault,
      intended: full
        ? likeliest(fault, wanted)
        : intended.filter(({ name }) => known[fault.id]?.includes(name) === true),
      // What strikes everywhere, or what a guard sees on every page, is meant to be seen by everything.
      bystanders:
        fault.general === true || fault.guarded === true || fault.slow === true
          ? []
          : near.filter((check) => !names(check) && !check.wide),
    };
  });
  return full ? pairings : fewest(pairings);
}

function fewest(pairings: readonly Pairing[]): Pairing[] {
  const cover = coverOf(
    Object.fromEntries(
      pairings.map(({ fault, intended }) => [fault.id, intended.map(({ name }) => name)]),
    ),
  );
  return pairings.map((pairing) => ({
    ...pairing,
    intended: pairing.intended.filter(({ name }) => cover[pairing.fault.id]?.includes(name)),
  }));
}

/**
 * What the checks of a run came past.
 *
 * @param file the `reached.json` of that run
 */
export function reachedIn(file: string): z.infer<typeof reachedShape> {
  return reachedShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** All checks of the last clean run that passed. */
export function cleanChecks(): Check[] {
  const { config, suites } = reportShape.parse(read('results.json'));
  return suites.flatMap((suite) => checksOf(suite, config.rootDir, []));
}

function checksOf(suite: Suite, root: string, titles: readonly string[]): Check[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'expected')
      .map(({ projectName }) => ({
        name: checkName(projectName, join(root, spec.file), [...titles, spec.title]),
        project: projectName,
        title: spec.title,
        items: spec.tags.filter((tag) => /^[A-Z]{2}-\d{2}$/.test(tag)),
        wide: spec.tags.includes('wide'),
      })),
  );
  // The outermost suite is the file itself.
  const inner = (suite.suites ?? []).flatMap((child) =>
    checksOf(child, root, [...titles, child.title]),
  );
  return [...own, ...inner];
}

// Checks whose file or title speaks of what the fault is about come first; `TRIES` caps how many.
function likeliest(fault: Fault, checks: readonly Check[]): Check[] {
  const words =
    `${fault.id.replaceAll('-', ' ')} ${fault.description}`.toLowerCase().match(/\p{L}{4,}/gu) ??
    [];
  const score = ({ name }: Check): number =>
    words.filter((word) => name.toLowerCase().includes(word.slice(0, 6))).length;
  const most = Number(process.env['TRIES'] ?? Infinity);
  return [...checks].sort((a, b) => score(b) - score(a)).slice(0, most);
}

function read(name: string): unknown {
  // Workers read the plan again: another run must not change it under them.
  process.env['CLEAN_RUN'] ??= existsSync(latestFolder) ? realpathSync(latestFolder) : latestFolder;
  const file = join(process.env['CLEAN_RUN'], name);
  if (!existsSync(file)) {
    throw new OperatorFailure(
      `results/latest/${name} is not there.`,
      'Run the acceptance on the stand-in first: npm run acceptance.',
    );
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
