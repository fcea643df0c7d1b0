import { once } from 'node:events';
import { OperatorFailure } from '../../fixtures/failure.ts';
import { appendHistory } from '../../report/signoff/history.ts';
import { sampleSignoff } from '../report/sample.ts';

// A sign-off in a process of its own: waits for a word, then adds as many as it is told.
const [folder = '', name = '', count = '1'] = process.argv.slice(2);
const signoff = sampleSignoff(['AT-14']);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
try {
  for (let i = 0; i < Number(count); i += 1) {
    appendHistory({ ...signoff, run: `${name}${i}` }, folder);
  }
} catch (error) {
  if (!(error instanceof OperatorFailure)) throw error;
  process.stdout.write(`${error.problem}\n${error.remedy}\n`);
  process.exitCode = error.code;
}
process.stdin.destroy();
