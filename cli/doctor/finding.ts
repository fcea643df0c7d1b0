import { messageOf, OperatorFailure, type ExitCode } from '../../fixtures/failure.ts';

/** What the doctor says of one thing. */
export interface Finding {
  readonly what: string;
  readonly said: string;
  readonly state: 'ok' | 'missing' | 'wrong';
  readonly code?: ExitCode;
}

/**
 * Tries something that the doctor tells of.
 *
 * @param what it is called
 * @param code of the doctor, where it does not work
 * @param work says what works, in words
 */
export async function attempt(
  what: string,
  code: ExitCode,
  work: () => Promise<string>,
): Promise<Finding> {
  try {
    return { what, state: 'ok', said: await work() };
  } catch (error) {
    if (error instanceof OperatorFailure) {
      return { what, state: 'wrong', said: `${error.problem} ${error.remedy}`, code: error.code };
    }
    return { what, state: 'wrong', said: messageOf(error), code };
  }
}
