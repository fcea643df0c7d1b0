import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../fixtures/journal.ts';
import { runFolder } from '../../fixtures/run-folder.ts';
import { Command, journalSays } from '../interruption/command.ts';
import { Deployment } from '../interruption/deployment.ts';
import { differences } from './others.ts';

const subset = ['acceptance', '--project=director', 'contraparte.spec'];

let deployment: Deployment;
test.beforeAll(async () => {
  deployment = await Deployment.start();
});
test.afterAll(() => {
  deployment.stop();
});

const begin = (RUN_ID: string): Command => {
  rmSync(runFolder(RUN_ID), { recursive: true });
  return new Command(subset, { ...deployment.variables, RUN_ID, WORKERS: '1' });
};

test('two runs at once do not meet: both are green, each cleans up, journals are apart', async () => {
  const before = await deployment.dump();
  const ids = ['opera1', 'opera2'];
  for (const { code, output } of await Promise.all(ids.map((id) => begin(id).ended)))
    expect(code, output).toBe(0);
  expect(differences(before, await deployment.dump())).toEqual([]);
  for (const [own, other] of [ids, [...ids].reverse()]) {
    const journal = readFileSync(join(runFolder(own ?? ''), 'journal.jsonl'), 'utf8');
    expect(journal).toContain(own);
    expect(journal).not.toContain(other);
    expect(readJournal(own ?? '').leftovers).toEqual([]);
  }
});

test('of two runs that crashed at once, cleaning up one leaves all of the other', async () => {
  const before = await deployment.dump();
  const ids = ['opera3', 'opera4'];
  await Promise.all(
    ids.map(async (id) => {
      const run = begin(id);
      await run.until(journalSays(id, /"event":"created","kind":"contraparte"/));
      run.signal('SIGKILL');
      await run.ended;
    }),
  );
  const crashed = differences(before, await deployment.dump());
  const ofOther = crashed.filter((row) => row.includes('opera4'));
  expect(ofOther).not.toEqual([]);
  expect((await new Command(['cleanup', 'opera3'], deployment.variables).ended).code).toBe(0);
  const left = differences(before, await deployment.dump());
  expect(left.filter((row) => row.includes('opera3'))).toEqual([]);
  expect(left).toEqual(expect.arrayContaining(ofOther));
  expect((await new Command(['cleanup', 'opera4'], deployment.variables).ended).code).toBe(0);
  expect(differences(before, await deployment.dump())).toEqual([]);
});
