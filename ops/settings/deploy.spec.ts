import { NotRun } from '../../fixtures/accounts/role.ts';
import { toldOf } from '../../fixtures/django/facts.ts';
import { expect, test } from '../../fixtures/index.ts';
import { plainAddress } from '../../fixtures/plain-address.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { contradictions, warnings } from './deploy.ts';
import { lookFromOutside } from './outside.ts';

const subject = 'check --deploy';

/** Where plain HTTP is; what is unknown is not compared. */
const knownPlain = (): Promise<string | undefined> =>
  plainAddress().catch((error: unknown) => {
    if (error instanceof NotRun) return undefined;
    throw error;
  });

test(
  'Django itself has nothing to say against the settings',
  { tag: ['@ST-01', '@observe'] },
  async ({ djangoFacts, raw }, testInfo) => {
    const warned = await orNotRun(
      testInfo,
      Promise.resolve(djangoFacts.deploy).then((said) => toldOf(subject, said)),
    );
    const sights = await lookFromOutside(raw, await knownPlain());
    const text = JSON.stringify({ warned, seen: Object.fromEntries(sights) }, null, 2);
    await keepFile(testInfo, 'check-deploy.json', 'application/json', text);
    expect(
      warnings(warned, sights),
      'Remedy: the setting that each names; what is wrong here goes into SILENCED_SYSTEM_CHECKS',
    ).toEqual([]);
  },
);

test(
  'what Django says of its settings is what a stranger sees',
  { tag: ['@ST-01', '@observe'] },
  async ({ djangoFacts, raw }, testInfo) => {
    const warned = await orNotRun(
      testInfo,
      Promise.resolve(djangoFacts.deploy).then((said) => toldOf(subject, said)),
    );
    expect(
      contradictions(warned, await lookFromOutside(raw, await knownPlain())),
      'Remedy: look for the proxy that sets or drops it, and whether DJANGO_SHELL leads to what answers; where the proxy does it rightly, name the check in SILENCED_SYSTEM_CHECKS',
    ).toEqual([]);
  },
);
