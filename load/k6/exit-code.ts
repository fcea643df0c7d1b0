import { exitCode, type ExitCode } from '../../fixtures/failure.ts';

/** What an exit code of k6 means here. */
export interface Ending {
  /** There is something to judge. */
  readonly measured: boolean;
  /** Of our command; undefined where what was measured tells. */
  readonly code: ExitCode | undefined;
  readonly said: string;
}

/** Codes of k6 1 and 2 (errext/exitcodes of its source). */
const endings: Readonly<Record<number, Ending>> = {
  0: { measured: true, code: undefined, said: 'came to its end' },
  99: { measured: true, code: undefined, said: 'has crossed its thresholds' },
  100: { measured: false, code: exitCode.unreachable, said: 'could not sign in within its time' },
  101: { measured: true, code: undefined, said: 'could not sign out within its time' },
  102: { measured: false, code: exitCode.inconclusive, said: 'took too long' },
  103: { measured: true, code: exitCode.interrupted, said: 'was stopped through its REST API' },
  104: { measured: false, code: exitCode.configuration, said: 'does not take its options' },
  105: { measured: true, code: exitCode.interrupted, said: 'was interrupted' },
  106: { measured: false, code: exitCode.configuration, said: 'could not open its REST API' },
  107: { measured: false, code: exitCode.failed, said: 'met an exception in its script' },
  108: { measured: true, code: exitCode.interrupted, said: 'was ended by its script' },
  109: { measured: false, code: exitCode.inconclusive, said: 'broke down' },
  110: { measured: true, code: undefined, said: 'was marked as failed' },
};

/**
 * What is made of the exit code of k6.
 *
 * @param code null when a signal ended it by force: what it wrote until then is there
 */
export function endingOf(code: number | null): Ending {
  if (code === null) {
    return { measured: true, code: exitCode.interrupted, said: 'was ended by force' };
  }
  return (
    endings[code] ?? { measured: false, code: exitCode.failed, said: `ended with code ${code}` }
  );
}
