import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { env, refusal, type Credentials, type Env } from '../fixtures/env.ts';
import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { resultsFolder } from '../fixtures/run-folder.ts';
import { runCommand } from './child.ts';
import { tryAccount } from './inspect-target.ts';

const root = join(import.meta.dirname, '..');
const folder = join(resultsFolder, 'zap');

/** A plan of ZAP, and what it takes from the environment. */
export interface ZapPlan {
  readonly file: string;
  readonly account: Credentials;
  readonly variables: Readonly<Record<string, string>>;
  readonly report: string;
}

/**
 * Chooses a plan and names its target. Each plan reads the target from a variable of its own, so
 * that the one that attacks has none unless this host may be attacked.
 *
 * @param name `baseline`, which only looks, or `full`, which attacks
 * @throws OperatorFailure when there is no such plan, something is missing, or the host is not open for it
 */
export function zapPlan(
  settings: Pick<Env, 'baseUrl' | 'account' | 'allowHosts' | 'allow'>,
  name: string | undefined,
): ZapPlan {
  if (name !== 'baseline' && name !== 'full') {
    throw new OperatorFailure(
      `"${name ?? ''}" is no plan of ZAP.`,
      'Use npm run zap -- baseline, which only looks, or npm run zap -- full, which attacks.',
    );
  }
  const { baseUrl, account } = settings;
  if (baseUrl === undefined || account === undefined) {
    throw new OperatorFailure(
      'ZAP needs a target and somebody who signs in.',
      'Set BASE_URL and ACCOUNT_USERNAME, ACCOUNT_EMAIL and ACCOUNT_PASSWORD.',
    );
  }
  const reason = name === 'full' ? refusal(settings, 'attack') : undefined;
  if (reason !== undefined) {
    throw new OperatorFailure(
      `The full scan ${reason}.`,
      'Use a deployment that can be thrown away, or npm run zap -- baseline, which only looks.',
    );
  }
  const report = `${name}.json`;
  return {
    file: join(root, 'security', 'zap', `${name}.yaml`),
    account,
    variables: {
      [name === 'full' ? 'ZAP_ATTACK_TARGET' : 'ZAP_TARGET']: baseUrl,
      ACCOUNT_USERNAME: account.username,
      ACCOUNT_PASSWORD: account.password,
      ZAP_REPORT_DIR: folder,
      ZAP_REPORT_NAME: report,
    },
    report: join(folder, report),
  };
}

/**
 * Has OWASP ZAP scan the target, where ZAP is installed.
 *
 * @param rest the name of the plan
 * @returns 0 when there is a report, however grave: `npm run signoff` judges it; 130 when interrupted
 * @throws OperatorFailure when ZAP cannot be started, the target not be reached, or the account not
 * sign in; see also {@link zapPlan}
 */
export async function zap([name]: readonly string[]): Promise<number> {
  const settings = env();
  const { file, account, variables, report } = zapPlan(settings, name);
  // ZAP tries a wrong password again with each address, until the account is locked.
  await tryAccount(settings, 'ACCOUNT', account);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const code = await start(settings.zapPath, file, variables);
  if (code === exitCode.interrupted) return code;
  if (!existsSync(report)) {
    console.error(`ZAP ended with ${code} and left no report; what it said stands above.`);
    return exitCode.inconclusive;
  }
  console.log(`Give the report to the sign-off: ZAP_REPORT=${report} npm run signoff`);
  return exitCode.ok;
}

async function start(
  path: string,
  plan: string,
  variables: Readonly<Record<string, string>>,
): Promise<number> {
  try {
    // Silent: it asks nobody for news and tells nobody of its use; its only host is the target.
    return await runCommand(path, ['-cmd', '-silent', '-autorun', plan], {
      // Left over from elsewhere, a target of attacks would be taken for one that was allowed here.
      ...{ ZAP_ATTACK_TARGET: '', ZAP_TARGET: '' },
      ...variables,
    });
  } catch {
    throw new OperatorFailure(
      `ZAP cannot be started from ${path}.`,
      'Install it (zaproxy.org/download) and set ZAP_PATH to its zap.sh.',
    );
  }
}
