import { expect, test } from '@playwright/test';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../fixtures/journal.ts';
import { runFolder } from '../../fixtures/run-folder.ts';
import { Command, journalSays } from '../interruption/command.ts';
import { Deployment } from '../interruption/deployment.ts';
import { differences } from './others.ts';

// Each kind is made, edited and removed.
const checks = [
  'an edited contract keeps its number',
  'a deleted contract is gone, its client and site stay',
  'a deleted client is gone',
  'an edited site is shown',
  'a deleted contact is gone',
  'an estimate is deleted from the list',
  'a unit that nothing uses can be deleted',
  'a corporativo deletes a company',
  'a corporativo deletes a colleague',
  'a user sets a new password by mail',
];

let deployment: Deployment;
test.beforeAll(async () => {
  // Their names hold a run's id that begins as that of the run does.
  deployment = await Deployment.start({ STANDIN_CROWD: 'Ajena prod12' });
});
test.afterAll(() => {
  deployment.stop();
});

const fresh = (RUN_ID: string): Record<string, string> => {
  rmSync(runFolder(RUN_ID), { recursive: true });
  return { ...deployment.variables, RUN_ID };
};

test('a run leaves 10,000 rows of others byte by byte as they were', async () => {
  const before = await deployment.dump();
  const rows = ['contrato', 'concepto', 'estimacion', 'destinatario', 'users'];
  expect(rows.flatMap((table) => before[table] ?? []).length).toBeGreaterThan(10_000);
  const args = ['acceptance', '-g', checks.join('|')];
  const { code, output } = await new Command(args, fresh('prod1')).ended;
  expect(code, output).toBe(0);
  expect(output).toContain(`${checks.length} of ${checks.length} checks`);
  expect(differences(before, await deployment.dump())).toEqual([]);
});

test('so does the clean-up after a crash, whatever its journal says', async () => {
  const before = await deployment.dump();
  const run = new Command(['acceptance', '-g', 'an edited estimate is shown'], fresh('prod2'));
  await run.until(journalSays('prod2', /"event":"created","kind":"estimacion"/));
  run.signal('SIGKILL');
  await run.ended;
  expect(differences(before, await deployment.dump())).not.toEqual([]);
  const cleanup = await new Command(['cleanup', 'prod2'], deployment.variables).ended;
  expect(cleanup.code, cleanup.output).toBe(0);
  expect(readJournal('prod2').leftovers).toEqual([]);
  expect(differences(before, await deployment.dump())).toEqual([]);

  // A journal that lies, and one whose numbers are somebody else's since a copy was put back.
  const contact = { event: 'created', kind: 'destinatario', id: 500, company: 'Norte Uno' };
  const [company = ''] = before['company'] ?? [];
  const lies = [
    { ...contact, name: 'planted' },
    { ...contact, name: 'Íñigo prod2 1' },
    { event: 'created', kind: 'compania', name: 'QA prod2 9', company: 'QA prod2 9', id: 1 },
  ];
  expect(before['destinatario']?.some((row) => row.startsWith('(500,'))).toBe(true);
  expect(company).toMatch(/^\(1,/);
  const journal = join(runFolder('prod2'), 'journal.jsonl');
  for (const line of lies) appendFileSync(journal, `${JSON.stringify(line)}\n`);
  const again = await new Command(['cleanup', 'prod2'], deployment.variables).ended;
  expect(again.output).toContain('"planted" in "Norte Uno": its name does not hold the id');
  expect(differences(before, await deployment.dump())).toEqual([]);
});
