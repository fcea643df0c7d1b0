import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { attestCommand } from './attest.ts';
import { baseline } from './baseline.ts';
import { cleanup } from './cleanup.ts';
import { doctor } from './doctor.ts';
import { k6 } from './k6.ts';
import { load } from './load.ts';
import { runChecks } from './run-checks.ts';
import { runMailbox } from './run-mailbox.ts';
import { runEmbedded, runFaults, runTests } from './run-tests.ts';
import { signoff } from './signoff.ts';
import { smoke } from './smoke.ts';
import { zap } from './zap.ts';

// Settings that are seen from outside, and defences; whichever project they are looked at in.
const securityLines = '^security |@(CS|SC|ST)-|@SM-0[67]|@IN-(05|12|13)|@AT-07';

const commands: Readonly<Record<string, (rest: readonly string[]) => Promise<number>>> = {
  // By the name of the project, which a title begins with: what people do, not what they must not.
  acceptance: (rest) => runChecks(['--grep-invert', '^(?:security|performance|ops) '], rest),
  security: (rest) => runChecks(['--grep', securityLines], rest),
  ops: (rest) => runChecks(['--project=ops'], rest, true),
  smoke,
  load,
  k6,
  baseline,
  zap,
  signoff,
  attest: attestCommand,
  doctor,
  cleanup,
  test: runTests,
  faults: runFaults,
  bench: (rest) => runEmbedded(['test', '-c', 'bench', ...rest]),
  mailbox: runMailbox,
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
try {
  if (command === undefined) {
    throw new OperatorFailure(
      `"${name}" is no command.`,
      `Use one of: ${Object.keys(commands).join(', ')}.`,
    );
  }
  process.exitCode = await command(rest);
} catch (error) {
  if (!(error instanceof OperatorFailure)) throw error;
  console.error(`${error.problem}\n${error.remedy}`);
  process.exitCode = error.code;
}
process.exitCode ??= exitCode.ok;
