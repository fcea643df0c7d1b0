import type { TestInfo } from '@playwright/test';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { toldOf, type DjangoFacts } from '../../fixtures/django/facts.ts';
import { plainAddress } from '../../fixtures/plain-address.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { reach } from '../../fixtures/test/reached.ts';
import type { Raw } from '../../fixtures/test/raw.ts';
import type { Warned } from './deploy.ts';
import { lookFromOutside, type Sights } from './outside.ts';

/** What Django warns of, and what of it is seen from outside; both are kept as evidence. */
export async function bothSides(
  { deploy }: DjangoFacts,
  raw: Raw,
  testInfo: TestInfo,
): Promise<[readonly Warned[], Sights]> {
  const warned = await orNotRun(testInfo, () => toldOf('check --deploy', deploy));
  const plain = await reach(plainAddress());
  const sights = await lookFromOutside(raw, plain instanceof NotRun ? undefined : plain);
  await keepJson(testInfo, 'check-deploy', { warned, seen: Object.fromEntries(sights) });
  return [warned, sights];
}
