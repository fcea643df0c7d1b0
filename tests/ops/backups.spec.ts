import { CreateReplicationGroupCommand, CreateSnapshotCommand } from '@aws-sdk/client-elasticache';
import { CreateDBInstanceCommand } from '@aws-sdk/client-rds';
import { Backups } from '../../fixtures/aws/backups.ts';
import { redisSnapshots } from '../../fixtures/aws/redis-snapshots.ts';
import {
  judgeAge,
  judgeFreshness,
  judgeOffSite,
  judgeRetention,
} from '../../ops/snapshots/judge-backups.ts';
import { copiesIn } from '../../ops/snapshots/look.ts';
import { expect, test as base, type Account } from './aws/setup.ts';
import { hasMoto } from './aws/moto.ts';
import { reasonOf } from './reason-of.ts';
import { wickedWays, withServer } from './wicked.ts';

base.skip(!hasMoto(), 'needs moto, which npm test installs from PyPI');

const region = 'us-east-1';
const daily = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => (to - index) * 24 + 3);

/** Backed up each night for ten days, and replicated. */
const good = {
  what: 'rds',
  region,
  instance: 'obra',
  created: 24 * 90,
  ages: daily(0, 9),
  retention: 10,
  replicated: ['us-west-2'],
};

const test = base.extend<object, { database: Account }>({
  database: [
    async ({ account }, use) => {
      await account.rds.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: 'obra',
          DBInstanceClass: 'db.t4g.micro',
          Engine: 'postgres',
          AllocatedStorage: 20,
          MasterUsername: 'construbot',
          MasterUserPassword: 'de-la-aplicacion',
        }),
      );
      await use(account);
    },
    { scope: 'worker' },
  ],
});

/** Line by line, what is found. */
async function look(backupRegion?: string): Promise<Record<'DB-05' | 'DB-11' | 'DB-12', string[]>> {
  const backups = new Backups('obra', undefined, undefined);
  const [instance, snapshots] = [await backups.instance(), await backups.snapshots()];
  const elsewhere = await copiesIn(backups, backupRegion);
  backups.close();
  const now = new Date();
  return {
    'DB-05': judgeFreshness(instance, snapshots, now),
    'DB-11': judgeRetention(instance, snapshots, now),
    'DB-12': judgeOffSite(instance, elsewhere, now),
  };
}

const clean = { 'DB-05': [], 'DB-11': [], 'DB-12': [] };
const says = (text: RegExp): unknown[] => [expect.stringMatching(text)];

const cases: readonly {
  readonly what: string;
  readonly told: Readonly<Record<string, unknown>>;
  readonly red: Readonly<Record<string, unknown[]>>;
}[] = [
  { what: 'that is well backed up', told: {}, red: {} },
  {
    what: 'whose newest snapshot is two days old',
    told: { ages: daily(2, 9) },
    red: { 'DB-05': says(/is 51\.0 h old/) },
  },
  {
    what: 'whose newest snapshot is half of the one before',
    told: { sizes: [...Array<number>(9).fill(20), 10] },
    red: { 'DB-05': says(/has 10 GiB, the one before had 20 GiB/) },
  },
  {
    what: 'whose newest snapshot is empty',
    told: { sizes: [...Array<number>(9).fill(20), 0] },
    red: { 'DB-05': [...says(/is empty/), ...says(/0 GiB/)] },
  },
  {
    what: 'with a gap',
    told: { ages: daily(0, 9).filter((age) => age !== 99) },
    red: { 'DB-11': says(/there is none for 48\.0 h/) },
  },
  {
    what: 'whose backups are kept for three days',
    told: { retention: 3, ages: daily(0, 2) },
    red: { 'DB-11': [...says(/kept for 3 days/), ...says(/oldest snapshot is 2\.1 days old/)] },
  },
  {
    what: 'whose backups are kept for 35 days',
    told: { retention: 35, ages: daily(0, 34) },
    red: {
      'DB-11': [...says(/kept for 35 days/), ...says(/34\.1 days old, which is more than 30/)],
    },
  },
  { what: 'that is three days old', told: { created: 70, ages: daily(0, 2) }, red: {} },
  {
    what: 'that is not backed up by itself',
    told: { retention: 0, ages: [], replicated: [] },
    red: {
      'DB-05': [...says(/are off/), ...says(/there is no snapshot/)],
      'DB-11': [...says(/kept for 0 days/), ...says(/0\.0 days old/)],
      'DB-12': [...says(/out of us-east-1/), ...says(/BACKUP_REGION names no other/)],
    },
  },
  {
    what: 'whose backups stay in its region',
    told: { replicated: ['us-east-1'] },
    red: { 'DB-12': [...says(/out of us-east-1/), ...says(/BACKUP_REGION names no other/)] },
  },
];

for (const { what, told, red } of cases) {
  test(`a database ${what}`, async ({ database: { moto } }) => {
    await moto.set({ ...good, ...told });
    expect(await look()).toEqual({ ...clean, ...red });
  });
}

test('a copy in another region counts while it is not too old', async ({ database: { moto } }) => {
  await moto.set({ ...good, replicated: [] });
  const offSite = async (to: string): Promise<string[]> => (await look(to))['DB-12'];
  expect(await offSite('us-east-1')).toContain('BACKUP_REGION is the same region');
  expect(await offSite('eu-west-1')).toContain('eu-west-1 holds no copy of a snapshot');
  const copy = { what: 'copy', region, instance: 'obra' };
  await moto.set({ ...copy, to: 'us-west-2', age: 5 * 24 });
  expect(await offSite('us-west-2')).toEqual([]);
  await moto.set({ ...copy, to: 'eu-west-1', age: 40 * 24 });
  expect(await offSite('eu-west-1')).toContain('the newest copy in eu-west-1 is 40.0 days old');
});

test('an instance that is not there, or of Aurora, is a reason not to run', async ({
  database: { moto },
}) => {
  const absent = new Backups('otra', undefined, undefined);
  expect(await reasonOf(absent.instance())).toContain('RDS has no instance that is called');
  absent.close();
  await moto.set({ ...good, cluster: 'aurora' });
  expect(await reasonOf(look())).toContain('Aurora');
});

test('snapshots of Redis: recent, old, none', async ({ database: { elasticache, moto } }) => {
  await elasticache.send(
    new CreateReplicationGroupCommand({
      ReplicationGroupId: 'redis-obra',
      ReplicationGroupDescription: 'of the tests',
    }),
  );
  const look = async (): Promise<string[]> =>
    judgeAge('Redis', await redisSnapshots('redis-obra', undefined, undefined), new Date());
  expect(await look()).toEqual(['there is no snapshot of Redis']);
  await elasticache.send(
    new CreateSnapshotCommand({ ReplicationGroupId: 'redis-obra', SnapshotName: 'noche' }),
  );
  const redis = { what: 'redis', region, snapshot: 'noche' };
  await moto.set({ ...redis, age: 20 });
  expect(await look()).toEqual([]);
  await moto.set({ ...redis, age: 30 });
  expect(await look()).toEqual(says(/of Redis is 30\.0 h old/));
  const absent = redisSnapshots('otra', undefined, undefined);
  expect(await reasonOf(absent)).toContain('CacheClusterNotFound');
});

// How much and how long is read is the same as of a bucket, where all ways are tried.
for (const what of ['refuses (401)', 'shows a page', 'never answers'] as const) {
  test(`an AWS that ${what} is a reason not to run`, async ({ account }) => {
    const [answer, says] = wickedWays[what];
    await withServer(answer, async ({ href }) => {
      process.env['AWS_ENDPOINT_URL'] = href;
      const backups = new Backups('obra', undefined, undefined);
      const asked = [backups.instance(), redisSnapshots('redis', undefined, undefined)];
      for (const reason of await Promise.all(asked.map(reasonOf))) expect(reason).toMatch(says);
      backups.close();
    });
    process.env['AWS_ENDPOINT_URL'] = account.moto.endpoint.href;
  });
}
