import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { endUndecided } from '../end-undecided.ts';
import { attachLoad } from '../evidence.ts';
import { officeLoad } from '../office-load.ts';
import { crowd, thresholds } from '../profiles.ts';
import { faultsOf } from '../self-audit.ts';
import { judgeConnections } from './judge.ts';
import { watchConnections } from './watch.ts';

// Proved by tests/database: the embedded stand-in's database has no connections.
test(
  'a crowd leaves a fifth of the connections to the database free, and keeps those it has',
  { tag: ['@DB-04', '@load'] },
  async ({ database, acting, workspace, construbot, make, newcomers, measured }, testInfo) => {
    const needs = { acting, workspace, construbot, make, newcomers, measured };
    const send = await officeLoad('crowd', crowd, needs);
    const { load, moments } = await orNotRun(testInfo, watchConnections(database, send));
    // An error may come from in front of the application, and never have been at the database.
    const answers = [...load.pages.values()].reduce((sum, { latency }) => sum + latency.count, 0);
    const { failed, undecided, ...figures } = judgeConnections(
      moments,
      crowd.warmUpSeconds * 1000,
      answers,
    );
    await keepJson(testInfo, 'connections', { ...figures, answers, moments });
    await attachLoad(testInfo, 'crowd', load);

    expect(
      failed,
      'Remedy: CONN_MAX_AGE of 60 or more, or PgBouncer; where too many are in use, fewer workers (-w in gunicorn.sh) or a higher max_connections',
    ).toEqual([]);
    endUndecided(testInfo, [...faultsOf(load.audit, thresholds.background), ...undecided]);
  },
);
