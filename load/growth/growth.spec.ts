import { expect, test } from '../../fixtures/index.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { endUndecided } from '../end-undecided.ts';
import { arrangeConceptos, arrangeContratos } from './arrange.ts';
import { growing } from './growing.ts';
import { chosenSizes, shortOf } from './sizes.ts';
import { saidOfQuery, slowQueries } from './slow-queries.ts';

const remedy =
  'Remedy: select_related or prefetch_related in the view of that page, so that it asks once and not for each row';

// What the database tells is proved by tests/database: the embedded stand-in's counts nothing.
test(
  'no query takes longer than half a second on average',
  { tag: ['@PT-03', '@observe'] },
  async ({ database }, testInfo) => {
    const slow = await orNotRun(testInfo, slowQueries(database));
    expect(
      slow.map(saidOfQuery),
      'Remedy: EXPLAIN (ANALYZE, BUFFERS) that query with values of yours, and add the index that is missing by a migration',
    ).toEqual([]);
  },
);

test(
  'dashboard and list do not ask anew for each contract of a company',
  { tag: ['@PT-03', '@write', '@wide'] },
  async ({ furtherCompany, workspace, acting, make, reachedDatabase }, testInfo) => {
    const { contratos, minutes } = chosenSizes();
    test.setTimeout((minutes + 4) * 60_000);
    const visitor = await workspace.sessionOf(await workspace.arranger(), acting);
    const sights = await arrangeContratos({ furtherCompany, visitor, make }, contratos, minutes);
    const grown = await orNotRun(testInfo, growing(sights, reachedDatabase, testInfo));
    expect(grown, remedy).toEqual([]);
    const reached = Math.max(...sights.map(({ rows }) => rows));
    endUndecided(testInfo, shortOf(reached, Math.max(...contratos)));
  },
);

test(
  'pages of a contract and its estimate do not ask anew for each concept',
  { tag: ['@PT-03', '@write', '@wide'] },
  async ({ construbot, workspace, acting, make, reachedDatabase }, testInfo) => {
    const visitor = await workspace.sessionOf(await workspace.arranger(), acting);
    const sights = await arrangeConceptos({ construbot, visitor, make }, chosenSizes().conceptos);
    const grown = await orNotRun(testInfo, growing(sights, reachedDatabase, testInfo));
    expect(grown, remedy).toEqual([]);
  },
);
