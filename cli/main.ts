import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { attestCommand } from './attest.ts';
import { baseline } from './baseline.ts';
import { cleanup } from './cleanup.ts';
import { doctor } from './doctor.ts';
import { k6 } from './k6.ts';
import { load } from './load.ts';
import { runChecks } from './run-checks.ts';
import { runMailbox } from './run-mailbox.ts';
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
  // All that a sign-off looks at, for parts of it: shards, or phases.
  checks: (rest) => runChecks([], rest),
  smoke,
  load,
  k6,
  baseline,
  zap,
  signoff,
  attest: attestCommand,
  doctor,
  cleanup,
  test: async (rest) => (await ownTests()).runTests(rest),
  faults: async (rest) => (await ownTests()).runFaults(rest),
  bench: async (rest) => (await ownTests()).runEmbedded(['test', '-c', 'bench', ...rest]),
  mailbox: runMailbox,
};

function ownTests(): Promise<typeof import('./run-tests.ts')> {
  if (!existsSync(join(import.meta.dirname, '..', 'tests'))) {
    throw new OperatorFailure(
      'The package leaves out what the project itself is tested with.',
      'Clone the repository for it; npm run acceptance needs no more than is here.',
    );
  }
  return import('./run-tests.ts');
}

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
