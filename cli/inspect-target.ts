import { authorityOf, type Credentials, type Env } from '../fixtures/env.ts';
import { exitCode, messageOf, OperatorFailure } from '../fixtures/failure.ts';
import { FormRefused, Session } from '../fixtures/http/session.ts';

/**
 * Looks whether the target answers as a Construbot before anything is started.
 *
 * @throws OperatorFailure with exit code 3 when it cannot be reached, its certificate does not
 * verify, or something else answers there
 */
export async function reachTarget(env: Env): Promise<Session> {
  const baseUrl = env.baseUrl ?? '';
  const session = new Session({ baseUrl, authority: authorityOf(env), timeoutMs: 15_000 });
  const page = await session.request('/accounts/login/').catch((error: unknown) => {
    throw unreachable(baseUrl, error);
  });
  if (page.status !== 200 || !page.body.includes('name="login"')) {
    throw new OperatorFailure(
      `${baseUrl} answers, but not as Construbot: its login page came back with ${page.status}.`,
      'Check BASE_URL, ALLOWED_HOSTS of the deployment and the proxy in front of it.',
      exitCode.unreachable,
    );
  }
  return session;
}

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

function unreachable(baseUrl: string, error: unknown): OperatorFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const said = messageOf(cause);
  const certificate = /CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ISSUER/.test(code);
  return new OperatorFailure(
    certificate
      ? `The certificate of ${baseUrl} does not verify: ${said} (${code}).`
      : `${baseUrl} cannot be reached: ${said}${code === '' ? '' : ` (${code})`}.`,
    certificate
      ? 'Correct the certificate, or give the authority that signed it in CA_FILE.'
      : 'Check BASE_URL, the name in DNS, the firewall, and that the application runs.',
    exitCode.unreachable,
    { cause: error },
  );
}
