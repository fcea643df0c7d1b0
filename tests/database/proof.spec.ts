import { Database } from '../../fixtures/database/database.ts';
import { Statements } from '../../fixtures/database/statements.ts';
import { judgeConnections } from '../../load/connections/judge.ts';
import { watchConnections } from '../../load/connections/watch.ts';
import { growingQueries, QueryCount } from '../../load/growth/count-queries.ts';
import { saidOfQuery, slowQueries } from '../../load/growth/slow-queries.ts';
import { Application, type Misuse } from './application.ts';
import { expect, test } from './construbot.ts';

/** What each check says of an application; nothing when it is content. */
interface Said {
  readonly slow: readonly string[];
  readonly growing: readonly string[];
  readonly connections: readonly string[];
}

const warmUpMs = 300;

/** All that is looked at in a database, as the checks of load/ do. */
async function look(database: Database, application: Application): Promise<Said> {
  const statements = await Statements.of(database);
  const count = new QueryCount(statements);
  const sights = [10, 60].map((rows) =>
    count.watch({
      page: 'list',
      rows,
      open: async () => {
        await application.open(rows);
        return 1;
      },
    }),
  );
  for (let visits = 0; visits < 5; visits += 1) for (const sight of sights) await sight.open();

  let answers = 0;
  const { moments } = await watchConnections(database, async () => {
    await application.start();
    const began = performance.now();
    const visitor = async (): Promise<void> => {
      while (performance.now() - began < 1500 || answers < 120) {
        await application.open(5);
        if (performance.now() - began > warmUpMs) answers += 1;
      }
    };
    await Promise.all([visitor(), visitor(), visitor()]);
  });
  return {
    slow: (await slowQueries(database)).map(saidOfQuery),
    growing: growingQueries(await count.result()),
    connections: judgeConnections(moments, warmUpMs, answers).failed,
  };
}

const content: Readonly<Record<keyof Said, RegExp | null>> = {
  slow: null,
  growing: null,
  connections: null,
};

/** What is the only thing that each check says of each. */
const proofs: readonly (readonly [misuse: Misuse | undefined, red: Partial<typeof content>])[] = [
  [undefined, {}],
  [
    'asks for a slow query',
    {
      slow: /^5\d\d ms on average, 10 times by construbot, 5\.\d s in all: select pg_sleep\(\$1\)/,
    },
  ],
  [
    'asks for each row',
    {
      growing:
        /^list: 10 times with 10 rows, 60 times with 60: select name from contrato where id = \$1$/,
    },
  ],
  ['connects anew', { connections: /^\d+ connections were made for \d+ answers: none is kept$/ }],
  ['takes all connections', { connections: /^20 of 25 connections were in use at the same time$/ }],
];

for (const [misuse, red] of proofs) {
  test(`an application that ${misuse ?? 'uses its database well'}`, async ({ deployment }) => {
    const { cluster, lector, construbot } = deployment;
    await cluster.run('construbot', 'select vigilancia.pg_stat_statements_reset()');
    const application = new Application(construbot, misuse);
    const database = await Database.open(lector, undefined);
    try {
      const said = await look(database, application);
      for (const [check, says] of Object.entries({ ...content, ...red })) {
        const line = says === null ? [] : [expect.stringMatching(says)];
        expect(said[check as keyof Said], check).toEqual(line);
      }
    } finally {
      await application.stop();
      await database.close();
    }
  });
}

test('pages of another deployment are seen to ask nothing, whoever else is asked', async ({
  deployment: { lector, construbot },
}) => {
  const application = new Application(construbot);
  const database = await Database.open(lector, undefined);
  try {
    const count = new QueryCount(await Statements.of(database));
    let visits = 0;
    const sight = count.watch({
      page: 'list',
      rows: 10,
      open: async () => {
        visits += 1;
        if (visits < 3) await application.open(10);
        return 1;
      },
    });
    for (let times = 0; times < 3; times += 1) await sight.open();
    expect((await count.result()).map(({ queries }) => [...queries])).toEqual([[]]);
  } finally {
    await application.stop();
    await database.close();
  }
});
