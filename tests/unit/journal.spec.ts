import { expect, test } from '@playwright/test';
import { appendFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, readJournal, removalOrder } from '../../fixtures/journal.ts';
import { runFolder } from '../../fixtures/run-folder.ts';

const target = 'https://127.0.0.1:1';

function freshJournal(name: string): Journal {
  const runId = `unit${name}`;
  rmSync(runFolder(runId), { recursive: true, force: true });
  return new Journal(runId, target);
}

test('what was planned is a leftover until it is seen to be gone', () => {
  const journal = freshJournal('a');
  journal.planned('contrato', 'Obra 1', 'QA');
  expect(journal.leftovers()).toMatchObject([
    { kind: 'contrato', name: 'Obra 1', event: 'planned' },
  ]);
  journal.created('contrato', 'Obra 1', 7, 'QA');
  expect(journal.leftovers()).toMatchObject([{ id: 7, event: 'created' }]);
  journal.removed('contrato', 'Obra 1', 'QA');
  expect(journal.leftovers()).toEqual([]);
});

test('an object of the same name in another company is another object', () => {
  const journal = freshJournal('g');
  journal.created('contraparte', 'Acme', 1, 'Ours');
  journal.created('contraparte', 'Acme', 2, 'Theirs');
  journal.removed('contraparte', 'Acme', 'Ours');
  expect(journal.leftovers()).toMatchObject([{ id: 2, company: 'Theirs' }]);
});

test('what was refused is none, unless one of that name was there before', () => {
  const journal = freshJournal('b');
  journal.planned('unidad', 'm²', 'QA');
  journal.refused('unidad', 'm²', 'QA');
  expect(journal.leftovers()).toEqual([]);
  journal.created('unidad', 'kg', 3, 'QA');
  journal.refused('unidad', 'kg', 'QA');
  expect(journal.leftovers()).toMatchObject([{ name: 'kg' }]);
});

test('leftovers come in the order of removal, with the reason why they are stuck', () => {
  const journal = freshJournal('c');
  for (const kind of [...removalOrder].reverse()) journal.created(kind, `one ${kind}`, 1, 'QA');
  journal.stuck('cliente', 'one cliente', 'QA', 'no screen removes it');
  const left = journal.leftovers();
  expect(left.map(({ kind }) => kind)).toEqual([...removalOrder]);
  expect(left.at(-1)).toMatchObject({ event: 'stuck', reason: 'no screen removes it' });
});

test('a torn last line loses nothing that was written before it', () => {
  const journal = freshJournal('d');
  journal.created('contrato', 'Obra 1', 7, 'QA');
  appendFileSync(join(runFolder(journal.runId), 'journal.jsonl'), '{"at":"2026-11-24T');
  expect(readJournal(journal.runId)).toMatchObject({ target, leftovers: [{ name: 'Obra 1' }] });
});

test('only its owner can read a journal', () => {
  const journal = freshJournal('e');
  const file = statSync(join(runFolder(journal.runId), 'journal.jsonl'));
  expect(file.mode & 0o077).toBe(0);
});
