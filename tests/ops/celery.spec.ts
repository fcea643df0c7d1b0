import { expect, test as base } from '@playwright/test';
import { createServer, type AddressInfo } from 'node:net';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { brokerOf, judgeBroker } from '../../ops/celery/broker.ts';
import { judgeResults, resultsOf } from '../../ops/celery/results.ts';
import { judgeWorkers, workersOf } from '../../ops/celery/workers.ts';
import { CeleryWorker, shellOf, type Obra } from './celery-worker.ts';
import { RedisServer } from './redis-server.ts';

const password = 'canario';

interface Deployment {
  readonly redis: RedisServer;
  readonly worker: CeleryWorker;
  readonly obra: Obra & { readonly backend: string };
}

const test = base.extend<object, { deployment: Deployment }>({
  deployment: [
    async ({}, use) => {
      const redis = await RedisServer.start({ requirepass: password });
      const at = `redis://:${password}@127.0.0.1:${redis.port}`;
      const obra = { broker: `${at}/0`, backend: `${at}/1` };
      const worker = await CeleryWorker.start(obra);
      await use({ redis, worker, obra });
      await worker.stop();
      await redis.stop();
    },
    { scope: 'worker', timeout: 30_000 },
  ],
});

type Said = Readonly<Record<'RC-05' | 'RC-06' | 'RC-07', readonly string[] | string>>;
const content: Said = { 'RC-05': [], 'RC-06': [], 'RC-07': [] };

/** What the checks say of an application. */
async function look(obra: Obra): Promise<Said> {
  const shell = new DjangoShell(shellOf(obra));
  const [broker, results, workers] = await Promise.all([
    brokerOf(shell),
    resultsOf(shell),
    workersOf(shell),
  ]);
  expect(JSON.stringify([broker, results, workers])).not.toContain(password);
  let asked: readonly string[] | string;
  try {
    asked = judgeWorkers(workers);
  } catch (error) {
    expect(error).toBeInstanceOf(NotRun);
    asked = (error as NotRun).message;
  }
  return { 'RC-05': judgeBroker(broker), 'RC-06': judgeResults(results), 'RC-07': asked };
}

test('an application with a worker; nothing is left in Redis', async ({
  deployment: { redis, obra },
}) => {
  const before = await redis.keys();
  expect(await look(obra)).toEqual(content);
  expect(await redis.keys()).toEqual(before);
  expect(await redis.run('INFO', 'keyspace')).not.toContain('db1:');
});

test('an application whose worker hangs', async ({ deployment: { worker, obra } }) => {
  worker.hold();
  try {
    expect(await look(obra)).toEqual({
      ...content,
      'RC-07': [
        expect.stringMatching(/^no worker answers a ping by redis:\/\/127\.0\.0\.1:\d+\/0 /),
      ],
    });
  } finally {
    worker.goOn();
  }
});

test('an application without a worker, as it is on another broker; nothing is left in Redis', async ({
  deployment: { redis, obra },
}) => {
  expect(await look({ ...obra, broker: obra.broker.replace(/0$/, '2') })).toEqual({
    ...content,
    'RC-07': [expect.stringMatching(/^no worker answers .* or it takes its tasks from another/)],
  });
  expect(await redis.run('INFO', 'keyspace')).not.toMatch(/db[12]:/);
});

const silent = createServer(() => undefined);
test.beforeAll(() => new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve)));
test.afterAll(() => silent.close());

const brokers: readonly [what: string, broker: (right: string) => string, says: RegExp][] = [
  [
    'is down',
    () => 'redis://:canario@127.0.0.1:1/0',
    /redis:\/\/127\.0\.0\.1:1\/0: .*ConnectionError/,
  ],
  [
    'wants another password',
    (it) => it.replace(password, 'canario-errado'),
    /Authentication|Response/,
  ],
  [
    'hangs',
    () => `redis://127.0.0.1:${(silent.address() as AddressInfo).port}/0`,
    /Timeout|Operational/,
  ],
];

for (const [what, broker, says] of brokers) {
  test(`an application whose broker ${what}`, async ({ deployment: { obra } }) => {
    expect(await look({ ...obra, broker: broker(obra.broker) })).toEqual({
      ...content,
      'RC-05': [expect.stringMatching(says)],
      'RC-07': expect.stringMatching(/^no worker can be asked: .* \(RC-05\)$/),
    });
  });
}

test('an application whose results have no place', async ({ deployment: { obra } }) => {
  expect(await look({ ...obra, backend: 'redis://:canario@127.0.0.1:1/0' })).toEqual({
    ...content,
    'RC-06': [
      expect.stringMatching(
        /^no result can be kept at redis:\/\/127\.0\.0\.1:1\/0: .*ConnectionError/,
      ),
    ],
  });
  expect(await look({ broker: obra.broker })).toEqual({
    ...content,
    'RC-06': ['no result backend is set: results are thrown away'],
  });
});

test('an application whose tasks nobody takes', async ({ deployment: { redis, obra } }) => {
  const other = { ...obra, broker: obra.broker.replace(/0$/, '3') };
  const worker = await CeleryWorker.start(other, 'otra');
  try {
    const fill = `redis.call('SELECT', 3)
      for n = 1, tonumber(ARGV[1]) do redis.call('LPUSH', 'celery', n) end`;
    await redis.run('EVAL', fill, '0', '999');
    expect(await look(other)).toEqual(content);
    await redis.run('EVAL', fill, '0', '1');
    expect(await look(other)).toEqual({
      ...content,
      'RC-05': [expect.stringMatching(/^1000 tasks wait in the queue celery of redis:/)],
    });
  } finally {
    await worker.stop();
  }
});
