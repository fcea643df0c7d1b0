import { items } from '../../checklist/index.ts';
import { entryOf, type HistoryEntry } from '../../report/signoff/history.ts';
import { sampleSignoff } from './sample.ts';

const day = 24 * 3600 * 1000;

/**
 * Sign-offs of a target that gets better, with a bad day now and then.
 *
 * @param count how many, a day each, the last on the day before the sample
 */
export function sampleHistory(count: number): HistoryEntry[] {
  const end = Date.parse(sampleSignoff([]).startedAt);
  return Array.from({ length: count }, (_, index) => {
    const done = (index + 1) / count;
    const wave = (period: number, offset = 0): number => (index * 7 + offset) % period;
    const failing = wave(11) === 0 ? 9 : Math.max(0, Math.round(7 - 9 * done) + wave(3) - 1);
    const signoff = sampleSignoff(items.slice(0, failing).map(({ id }) => id));
    const unseen = Math.round(46 - 38 * done);
    const lines = signoff.lines.map((line, i) => {
      const from = items.length - 1 - i;
      if (line.verdict !== 'pass') return line;
      if (from < unseen) return { ...line, verdict: 'not run' as const };
      if (from < unseen + 6 * done) return { ...line, verdict: 'attested' as const };
      if (from < unseen + 12 * done && done > 0.5) return { ...line, verdict: 'waived' as const };
      if (from < unseen + 12 && wave(9) === 1) return { ...line, verdict: 'inconclusive' as const };
      return line;
    });
    const countOf = (verdict: string): number =>
      lines.filter((line) => line.verdict === verdict).length;
    const decision =
      countOf('fail') + countOf('inconclusive') > 0
        ? 'NO-GO'
        : countOf('waived') > 0 && wave(4) > 0
          ? 'GO with conditions'
          : 'GO';
    return entryOf({
      ...signoff,
      lines,
      decision,
      run: `run${String(index).padStart(4, '0')}`,
      startedAt: new Date(end - (count - index) * day).toISOString(),
      durationMs: 118_000 + wave(13) * 4100 + (wave(17, 3) === 0 ? 95_000 : 0),
      complete: wave(23, 5) !== 0,
      counts: {
        pass: countOf('pass'),
        fail: countOf('fail'),
        inconclusive: countOf('inconclusive'),
        'not run': countOf('not run'),
        waived: countOf('waived'),
        attested: countOf('attested'),
      },
    });
  });
}
