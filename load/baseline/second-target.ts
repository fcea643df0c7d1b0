import type { TestInfo } from '@playwright/test';
import { Workspace } from '../../fixtures/accounts/workspace.ts';
import { Construbot } from '../../fixtures/construbot/index.ts';
import { authorityOf, env, refusal, type Env } from '../../fixtures/env.ts';
import { Factories } from '../../fixtures/factories/index.ts';
import { test as base } from '../../fixtures/index.ts';
import { Journal } from '../../fixtures/journal.ts';
import type { Mailbox } from '../../fixtures/mailbox/mailbox.ts';
import { removeRun, saidOf } from '../../fixtures/removal.ts';
import { newcomersOf } from '../../fixtures/test/newcomers.ts';
import { arrangeOffice } from '../work.ts';
import { keyOf } from './key.ts';
import type { Side } from './measure.ts';
import { chosenPlan } from './plan.ts';

/** What a check of baselines can ask for beside all else. */
export interface Beside {
  /** The other target of `compare --against`, with an office of its own; undefined without one. */
  readonly other: Side | undefined;
  /** Comes when the check ends, by Ctrl-C as well: nothing is sent after it. */
  readonly ended: AbortSignal;
}

/**
 * The other target has the same accounts, its own journal, and a run of its own, so that it is left
 * as it was found like the first one.
 */
export const test = base.extend<{ beside: Beside }>({
  beside: async ({ configuredMailbox }, use, testInfo) => {
    const end = new AbortController();
    const baseUrl = process.env['BASELINE_AGAINST'];
    if (baseUrl === undefined) {
      await use({ other: undefined, ended: end.signal });
      end.abort();
      return;
    }
    const settings = { ...env(), baseUrl, runId: secondRun(env().runId) };
    const reason = refusal(settings, 'write');
    testInfo.skip(reason !== undefined, `${baseUrl} ${reason ?? ''}`);
    try {
      const other = await arranged(settings, baseUrl, configuredMailbox, testInfo);
      await use({ other, ended: end.signal });
    } finally {
      end.abort();
      const said = saidOf(await removeRun(settings, settings.runId));
      if (said !== '') console.log(`${baseUrl}: ${said}`);
    }
  },
});

/** The run under which the second target is measured and its journal kept. */
const secondRun = (run: string): string => `${run.slice(0, 11)}${run.at(11) === 'b' ? 'c' : 'b'}`;

async function arranged(
  settings: Env,
  baseUrl: string,
  mailbox: Mailbox | undefined,
  testInfo: TestInfo,
): Promise<Side> {
  const { runId, seed } = settings;
  const slot = testInfo.parallelIndex;
  const journal = new Journal(runId, baseUrl);
  const workspace = new Workspace({ env: settings, journal, mailbox, slot });
  const make = new Factories({ seed, runId, slot, test: testInfo.testId, repeat: 0 });
  const arranger = await workspace.sessionOf(await workspace.arranger());
  const construbot = new Construbot(arranger, journal, (await workspace.company()).name);
  const surroundings = { workspace, journal, make, configuredMailbox: mailbox };
  const newcomers = newcomersOf(surroundings, testInfo);
  return {
    run: runId,
    key: { ...keyOf(settings, chosenPlan(), true), target: baseUrl },
    target: { origin: baseUrl, authority: authorityOf(settings) },
    requests: await arrangeOffice({ workspace, construbot, make, newcomers }, baseUrl, {}),
  };
}
