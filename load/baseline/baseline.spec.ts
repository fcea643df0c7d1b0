import { writeFile } from 'node:fs/promises';
import { authorityOf, env } from '../../fixtures/env.ts';
import { expect } from '../../fixtures/index.ts';
import { endUndecided } from '../end-undecided.ts';
import { arrangeOffice } from '../work.ts';
import { keyOf } from './key.ts';
import { judgeRuns } from './judge-runs.ts';
import { measure } from './measure.ts';
import { baselinePicture } from './picture.ts';
import { chosenPlan } from './plan.ts';
import { runNamed } from './refusals.ts';
import { runsOf } from './runs.ts';
import { test } from './second-target.ts';
import { readStore } from './store.ts';
import { findingsOf } from './words.ts';

test(
  'no page of the office is slower than it used to be',
  { tag: ['@PT-01', '@write'] },
  async ({ acting, beside, workspace, construbot, make, newcomers }, testInfo) => {
    const settings = env();
    const { other, ended } = beside;
    const { baselineFolder: folder, runId, seed } = settings;
    const plan = chosenPlan();
    const origin = settings.baseUrl ?? '';
    const needs = { workspace, construbot, make, newcomers };
    const side = {
      run: runId,
      key: keyOf(settings, plan, other !== undefined),
      target: { origin, authority: authorityOf(settings) },
      requests: await arrangeOffice(needs, origin, acting.headers),
    };
    await measure(side, other, { plan, seed, folder, signal: ended });

    const runs = runsOf(readStore(folder).lines);
    const run = runNamed(runs, runId);
    const judgement = judgeRuns(runs, [run]);
    // As a file: the sign-off links what has a path.
    const path = testInfo.outputPath('baseline.svg');
    await writeFile(path, baselinePicture(runs, run, judgement));
    await testInfo.attach('baseline.svg', { path, contentType: 'image/svg+xml' });
    const { failing, open } = findingsOf(judgement);
    expect(
      failing.map(({ en }) => en),
      'pages that are slower than chance and noise explain. Remedy: see what the release changed in the views, queries and templates of those pages; measure once more, or in turn with the release before, when the machine was busy',
    ).toEqual([]);
    endUndecided(
      testInfo,
      open.map(({ en }) => en),
    );
  },
);
