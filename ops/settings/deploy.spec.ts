import { expect, test } from '../../fixtures/index.ts';
import { bothSides } from './both-sides.ts';
import { contradictions, warnings } from './deploy.ts';

test(
  'Django itself has nothing to say against the settings',
  { tag: ['@ST-01', '@observe'] },
  async ({ djangoFacts, targetRaw }, testInfo) => {
    expect(
      warnings(...(await bothSides(djangoFacts, targetRaw, testInfo))),
      'Remedy: the setting that each names; what is wrong here goes into SILENCED_SYSTEM_CHECKS',
    ).toEqual([]);
  },
);

test(
  'what Django says of its settings is what a stranger sees',
  { tag: ['@ST-01', '@observe'] },
  async ({ djangoFacts, targetRaw }, testInfo) => {
    expect(
      contradictions(...(await bothSides(djangoFacts, targetRaw, testInfo))),
      'Remedy: look for the proxy that sets or drops it, and whether DJANGO_SHELL leads to what answers; where the proxy does it rightly, name the check in SILENCED_SYSTEM_CHECKS',
    ).toEqual([]);
  },
);
