import { OperatorFailure } from '../../fixtures/failure.ts';
import { judgeBeside } from './judge-beside.ts';
import { degreesOf, fewestAccepted, judgeHistory } from './judge-history.ts';
import { joined, type Judgement } from './judgement.ts';
import { differences, type Key } from './key.ts';
import { incomplete, openFor, tooBusy, tooFew, wrongBeside, wrongIn } from './refusals.ts';
import { lagOf, mediansOf, pagesOf, type Measured } from './runs.ts';

/** How many accepted runs are looked back on. */
export const mostAccepted = 30;

/**
 * The runs of a kind that were accepted, level by level, the oldest first.
 *
 * @param all of the store
 * @param key of the kind
 */
export function levelsOf(all: readonly Measured[], key: Key): Measured[][] {
  const accepted = all
    .filter((one) => one.accepted !== undefined && differences(one.key, key).length === 0)
    .sort((a, b) => (a.accepted?.at ?? '').localeCompare(b.accepted?.at ?? ''))
    .slice(-mostAccepted);
  const levels: Measured[][] = [];
  for (const one of accepted) {
    const level = levels.at(-1);
    if (level === undefined || one.accepted?.newLevel === true) levels.push([one]);
    else level.push(one);
  }
  return levels;
}

/**
 * Holds runs against those that were accepted; or a run that was measured in turn with another target
 * against that one.
 *
 * @param all of the store
 * @param runs at least one, of one kind; each is one sample
 * @throws OperatorFailure when they are of several kinds
 */
export function judgeRuns(
  all: readonly Measured[],
  runs: readonly [Measured, ...Measured[]],
): Judgement {
  const [first] = runs;
  const apart = runs.flatMap(({ key }) => differences(key, first.key));
  if (apart.length > 0) {
    throw new OperatorFailure(
      `These runs cannot be taken together: they differ in ${apart.join(' and ')}.`,
      'Give runs of one kind, as npm run baseline -- list shows them.',
    );
  }
  if (runs.length > 1 && runs.some(({ beside }) => beside !== undefined)) {
    throw new OperatorFailure(
      'A run that was measured in turn with another target is compared alone.',
      'Name only that one.',
    );
  }
  const torn = runs.find(({ complete }) => !complete);
  if (torn !== undefined) return joined([], [], incomplete(torn.run));
  return first.beside === undefined ? withHistory(all, runs) : withOther(all, first, first.beside);
}

function withOther(all: readonly Measured[], run: Measured, name: string): Judgement {
  const other = all.find((one) => one.run === name);
  const answers = wrongIn([run]);
  if (other?.complete !== true) return joined([], answers.wrong, incomplete(name));
  const [theirs] = wrongIn([other]).wrong;
  if (theirs !== undefined) return joined([], answers.wrong, wrongBeside(other.run, theirs));
  const busy = tooBusy([run, other]);
  if (busy !== undefined) return joined([], answers.wrong, openFor(answers, []) ?? busy);
  const names = pagesOf(run);
  const options = { pages: names.length, lagMs: lagOf(run) };
  const pages = names.flatMap((page) => {
    const [now, before] = [mediansOf(run, page), mediansOf(other, page)];
    return now === undefined || before === undefined ? [] : judgeBeside(page, now, before, options);
  });
  return joined(pages, answers.wrong, openFor(answers, without(names, pages)));
}

function withHistory(
  all: readonly Measured[],
  runs: readonly [Measured, ...Measured[]],
): Judgement {
  const answers = wrongIn(runs);
  const busy = tooBusy(runs);
  if (busy !== undefined) return joined([], answers.wrong, openFor(answers, []) ?? busy);
  const others = all.filter((one) => !runs.includes(one));
  const levels = levelsOf(others, runs[0].key);
  const degrees = degreesOf(levels.map(({ length }) => length));
  const missing = fewestAccepted - 1 - degrees + (levels.length === 0 ? 1 : 0);
  if (missing > 0) {
    return joined([], answers.wrong, tooFew(missing, levels.flat().length, others, runs[0].key));
  }
  const names = pagesOf(runs[0]);
  const options = { pages: names.length, lagMs: Math.max(...runs.map(lagOf)) };
  const pages = names.flatMap((page) => {
    const now = runs.flatMap((run) => [mediansOf(run, page) ?? []]);
    if (now.some(({ length }) => length === 0)) return [];
    const before = levels.map((level) => level.map((run) => mediansOf(run, page) ?? []));
    return judgeHistory(page, now, before, options);
  });
  return joined(pages, answers.wrong, openFor(answers, without(names, pages)));
}

const without = (names: readonly string[], pages: readonly { readonly page: string }[]): string[] =>
  names.filter((name) => !pages.some(({ page }) => page === name));
