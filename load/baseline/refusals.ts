import type { Bilingual } from '../../checklist/index.ts';
import { OperatorFailure } from '../../fixtures/failure.ts';
import { thresholds } from '../profiles.ts';
import { shareInterval } from '../statistics/quantile-interval.ts';
import { differences, type Key } from './key.ts';
import { pagesOf, type Measured } from './runs.ts';

/**
 * The run of a name.
 *
 * @param name the newest run unless given
 * @throws OperatorFailure when there is none
 */
export function runNamed(all: readonly Measured[], name?: string): Measured {
  const run = name === undefined ? all.at(-1) : all.find((one) => one.run === name);
  if (run !== undefined) return run;
  throw name === undefined
    ? new OperatorFailure('Nothing has been measured yet.', 'Measure first: npm run baseline.')
    : new OperatorFailure(`There is no run ${name}.`, 'See npm run baseline -- list.');
}

/** Pages that too often answered wrong, whose fault it is. */
export interface WrongAnswers {
  /** The target's. */
  readonly wrong: readonly Bilingual[];
  /** Perhaps that of this machine, which was itself held up meanwhile. */
  readonly heldUp: readonly Bilingual[];
}

/**
 * Pages of runs that too often answered wrong: beyond chance above the share that a load may have.
 * Where it is only too often with the blocks in which the generator was not to be believed, an answer
 * that did not come may have waited here.
 */
export function wrongIn(runs: readonly Measured[]): WrongAnswers {
  const each = runs.flatMap((run) =>
    pagesOf(run).map((page) => {
      const sure = run.blocks.filter(({ invalid }) => invalid.length === 0);
      return { sure: failingIn(sure, page), all: failingIn(run.blocks, page) };
    }),
  );
  return {
    wrong: each.flatMap(({ sure }) => sure ?? []),
    heldUp: each.flatMap(({ sure, all }) => (sure === undefined ? (all ?? []) : [])),
  };
}

function failingIn(blocks: Measured['blocks'], page: string): Bilingual | undefined {
  const own = blocks.flatMap(({ pages }) => pages[page] ?? []);
  const reasons = own.flatMap(({ failures }) => Object.entries(failures));
  const failed = reasons.reduce((sum, [, times]) => sum + times, 0);
  const count = failed + own.reduce((sum, block) => sum + block.count, 0);
  const share = shareInterval(failed, count);
  if ('notAvailable' in share || share.low <= thresholds.errorShare) return undefined;
  const how = [...new Set(reasons.map(([reason]) => reason))].join(', ');
  return {
    es: `${page}: ${failed} de ${count} respuestas equivocadas (${how})`,
    en: `${page}: ${failed} of ${count} answers wrong (${how})`,
  };
}

/** Why a comparison stays open: wrong answers that may be this machine's fault, or pages without any. */
export function openFor(
  { heldUp }: WrongAnswers,
  unanswered: readonly string[],
): Bilingual | undefined {
  const late = heldUp[0];
  if (late !== undefined) {
    return {
      es: `esta máquina tenía demasiado que hacer para saber de quién es la culpa: ${late.es}`,
      en: `this machine had too much to do to tell whose fault it is: ${late.en}`,
    };
  }
  if (unanswered.length === 0) return undefined;
  const names = unanswered.join(', ');
  return {
    es: `sin respuesta correcta en algún bloque: ${names}`,
    en: `without a right answer in some block: ${names}`,
  };
}

/**
 * Runs in most of whose blocks the generator was not to be believed: what they say of the target may
 * be what this machine did.
 */
export function tooBusy(runs: readonly Measured[]): Bilingual | undefined {
  for (const { run, blocks } of runs) {
    const doubtful = blocks.filter(({ invalid }) => invalid.length > 0);
    if (doubtful.length <= blocks.length / 2) continue;
    const why = doubtful[0]?.invalid[0] ?? '';
    return {
      es: `esta máquina tenía demasiado que hacer en ${doubtful.length} de ${blocks.length} bloques de la corrida ${run} (${why})`,
      en: `this machine had too much to do in ${doubtful.length} of ${blocks.length} blocks of run ${run} (${why})`,
    };
  }
  return undefined;
}

/** The other target, not this one, answered wrong: nothing can be held against it. */
export const wrongBeside = (run: string, { es, en }: Bilingual): Bilingual => ({
  es: `el otro destino, corrida ${run}, no respondió bien: ${es}`,
  en: `the other target, run ${run}, did not answer right: ${en}`,
});

/** A run that says nothing, as it was interrupted. */
export const incomplete = (run: string): Bilingual => ({
  es: `la corrida ${run} no llegó a su fin; lo medido queda guardado, pero no se compara`,
  en: `run ${run} did not come to its end; what it measured is kept, but not compared`,
});

/**
 * Too few runs were accepted to know how much runs differ by themselves; and if there are others that
 * look alike, why those do not count.
 *
 * @param missing how many more it takes
 * @param there how many of this kind there are
 */
export function tooFew(
  missing: number,
  there: number,
  all: readonly Measured[],
  key: Key,
): Bilingual {
  // Told of the accepted run that comes closest.
  const [nearest] = all
    .filter(({ accepted }) => accepted !== undefined)
    .map((one) => differences(key, one.key))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length);
  const others =
    nearest === undefined
      ? { es: '', en: '' }
      : {
          es: `. Otras aceptadas no se comparan con esta, pues difieren en ${nearest.join(' y ')}`,
          en: `. Others that were accepted are not compared with this one, as they differ in ${nearest.join(' and ')}`,
        };
  return {
    es: `${missing === 1 ? 'falta 1 corrida aceptada' : `faltan ${missing} corridas aceptadas`} para saber cuánto varían las corridas por sí solas; hay ${there} de esta clase (npm run baseline -- accept)${others.es}`,
    en: `${missing} more accepted ${missing === 1 ? 'run is' : 'runs are'} needed to know how much runs differ by themselves; there ${there === 1 ? 'is' : 'are'} ${there} of this kind (npm run baseline -- accept)${others.en}`,
  };
}
