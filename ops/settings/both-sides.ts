import type { TestInfo } from '@playwright/test';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { toldOf, type DjangoFacts } from '../../fixtures/django/facts.ts';
import { plainAddress } from '../../fixtures/plain-address.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import type { Raw } from '../../fixtures/test/raw.ts';
import type { Warned } from './deploy.ts';
import { lookFromOutside, type Sights } from './outside.ts';

/** What Django warns of, and what of it is seen from outside; both are kept as evidence. */
export async function bothSides(
  { deploy }: DjangoFacts,
  raw: Raw,
  testInfo: TestInfo,
): Promise<[readonly Warned[], Sights]> {
  const told = Promise.resolve(deploy).then((said) => toldOf('check --deploy', said));
  const warned = await orNotRun(testInfo, told);
  const plain = await plainAddress().catch((error: unknown) => {
    if (error instanceof NotRun) return undefined;
    throw error;
  });
  const sights = await lookFromOutside(raw, plain);
  const text = JSON.stringify({ warned, seen: Object.fromEntries(sights) }, null, 2);
  await keepFile(testInfo, 'check-deploy.json', 'application/json', text);
  return [warned, sights];
}
