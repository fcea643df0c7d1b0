import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { settingsChecks } from './judges.ts';

const { djangoShell } = env();

// Proved by tests/ops on a real Django: the embedded stand-in has none.
for (const { title, items, remedy, isFurther, findings } of settingsChecks) {
  if (isFurther === true && djangoShell === undefined) continue;

  test(
    title,
    { tag: [...items.map((id) => `@${id}`), '@observe'] },
    async ({ djangoFacts }, testInfo) => {
      await keepJson(testInfo, 'django-facts', djangoFacts);
      const found = await orNotRun(testInfo, () => findings(djangoFacts));
      expect(found, `Remedy: ${remedy}`).toEqual([]);
    },
  );
}
