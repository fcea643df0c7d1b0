import type { Credentials, Env } from '../fixtures/env.ts';
import { exitCode, messageOf, OperatorFailure } from '../fixtures/failure.ts';
import { reachTarget } from '../fixtures/http/reach-target.ts';
import { FormRefused, type Session } from '../fixtures/http/session.ts';

/**
 * Signs in with an account of the configuration.
 *
 * @param name the variables' prefix, for the message
 * @throws OperatorFailure when the application does not let the account in
 */
export async function tryAccount(env: Env, name: string, account: Credentials): Promise<Session> {
  const session = await reachTarget(env);
  try {
    await session.signIn(account);
  } catch (error) {
    if (!(error instanceof FormRefused)) {
      throw new OperatorFailure(
        `${name}_USERNAME "${account.username}" could not be tried: ${messageOf(error)}.`,
        'Over its limit of sign-ins a minute Construbot answers 429 or 500: try again in a minute.',
        exitCode.unreachable,
        { cause: error },
      );
    }
    throw new OperatorFailure(
      `${name}_USERNAME "${account.username}" cannot sign in: ${error.texts.join(' ') || 'the login page came back.'}`,
      `Check ${name}_USERNAME and ${name}_PASSWORD; five wrong tries lock a name for five minutes.`,
    );
  }
  return session;
}
