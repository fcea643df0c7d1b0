/** How far a phase of a run is. A phase is a project of the configuration. */
export interface Phase {
  readonly name: string;
  readonly total: number;
  passed: number;
  failed: number;
  notRun: number;
}

const sumOver =
  (phases: readonly Phase[]) =>
  (of: (phase: Phase) => number): number =>
    phases.reduce((total, phase) => total + of(phase), 0);

const doneOf = ({ passed, failed, notRun }: Phase): number => passed + failed + notRun;

/**
 * How much of a run is done.
 *
 * @returns whole percents
 */
export function percentOf(phases: readonly Phase[]): number {
  const sum = sumOver(phases);
  return Math.floor(
    (100 * sum(doneOf)) /
      Math.max(
        sum(({ total }) => total),
        1,
      ),
  );
}

/**
 * The state of a run in one line.
 *
 * @param phases all of the run
 * @param elapsedMs since it began
 * @returns counts, and the time left as the checks so far suggest it, once there are enough of them
 */
export function liveLine(phases: readonly Phase[], elapsedMs: number): string {
  const sum = sumOver(phases);
  const [done, total, failed, notRun] = [
    sum(doneOf),
    sum((phase) => phase.total),
    sum((phase) => phase.failed),
    sum((phase) => phase.notRun),
  ];
  const busy = phases.find((phase) => doneOf(phase) > 0 && doneOf(phase) < phase.total);
  const left = done === 0 ? 0 : (elapsedMs / done) * (total - done);
  return [
    `${String(percentOf(phases)).padStart(3)} %`,
    ...(busy === undefined ? [] : [`${busy.name} ${doneOf(busy)}/${busy.total}`]),
    `${done} of ${total} checks`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(notRun > 0 ? [`${notRun} not run`] : []),
    ...(done < total && done >= total / 20 ? [`about ${timeOf(left)} left`] : []),
  ].join(' · ');
}

/** What is said of a phase when it is over. */
export function phaseLine({ name, total, passed, failed, notRun }: Phase, tookMs: number): string {
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(notRun > 0 ? [`${notRun} not run`] : []),
  ];
  const sign = failed > 0 ? '✗' : passed === total ? '✓' : '–';
  return `${sign} ${name.padEnd(13)} ${counts.join(' · ')} of ${total} in ${timeOf(tookMs)}`;
}

/** Whether a phase is over. */
export const isOver = (phase: Phase): boolean => doneOf(phase) >= phase.total;

function timeOf(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
