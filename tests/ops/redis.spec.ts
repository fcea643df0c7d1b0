import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { RedisAddress } from '../../fixtures/redis/address.ts';
import { NobodyListens, Redis } from '../../fixtures/redis/redis.ts';
import { strangersOf } from '../../ops/redis/locked.ts';
import { judgePersistence, persistenceOf } from '../../ops/redis/persistence.ts';
import { standingOf } from '../../ops/redis/standing.ts';
import { expect, test as base } from '@playwright/test';
import { RedisServer } from './redis-server.ts';

const password = 'canario de la cola';
const acl = ['on', '>canario-lector', 'resetkeys', 'resetchannels', '-@all', '+ping', '+info'];

const test = base.extend<object, { server: RedisServer }>({
  server: [
    async ({}, use) => {
      const server = await RedisServer.start({ requirepass: password, save: '3600 1' });
      await server.run('ACL', 'SETUSER', 'lector', ...acl);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 30_000 },
  ],
});

const addressOf = (port: number, further: Partial<RedisAddress> = {}): RedisAddress => ({
  ...{ host: '127.0.0.1', port, user: '', password, tls: false },
  ...further,
});
const lector = { user: 'lector', password: 'canario-lector' };

type Said = Readonly<Record<'RC-01' | 'RC-02' | 'RC-03', readonly string[] | string>>;

/** What a check says, or why it was not run. */
const saidBy = async (
  work: () => Promise<readonly string[]>,
): Promise<readonly string[] | string> => {
  try {
    return await work();
  } catch (error) {
    expect(error).toBeInstanceOf(NotRun);
    expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain('canario');
    return (error as NotRun).message;
  }
};

/** What the checks say of a Redis, as their fixtures bring it to them. */
async function look(address: RedisAddress, authority?: string): Promise<Said> {
  const reached = await Redis.open(address, authority).catch((error: unknown) => error as NotRun);
  const need = (): Redis => {
    if (reached instanceof Redis) return reached;
    throw reached;
  };
  try {
    return {
      'RC-01': await saidBy(async () => (await standingOf(reached)).found),
      'RC-02': await saidBy(async () => (await strangersOf(need(), '127.0.0.1')).found),
      'RC-03': await saidBy(async () => judgePersistence(await persistenceOf(need()))),
    };
  } finally {
    if (reached instanceof Redis) await reached.close();
  }
}

const content: Said = { 'RC-01': [], 'RC-02': [], 'RC-03': [] };
const notRun = (says: RegExp): Record<keyof Said, unknown> => ({
  'RC-01': expect.stringMatching(says),
  'RC-02': expect.stringMatching(says),
  'RC-03': expect.stringMatching(says),
});

test('a Redis as it should be, asked by its administrator', async ({ server }) => {
  expect(await look(addressOf(server.port))).toEqual(content);
});

test('over TLS the certificate is verified', async ({ server }) => {
  const address = addressOf(server.tlsPort, { tls: true });
  expect(await look(address, readFileSync(server.caFile, 'utf8'))).toEqual(content);
  expect(await look(address)).toEqual(notRun(/cannot be reached: .*(VERIFY|CERT)/));
});

test('a user who may only PING and INFO is enough once something was saved', async ({ server }) => {
  const address = addressOf(server.port, lector);
  await server.run('CONFIG', 'RESETSTAT');
  expect(await look(address)).toEqual({
    ...content,
    'RC-03': expect.stringMatching(/ACL SETUSER … \+config\|get/),
  });
  await server.run('ACL', 'SETUSER', 'lector', '+config|get');
  expect(await look(address)).toEqual(content);
  await server.run('ACL', 'SETUSER', 'lector', '-config|get');
  await server.run('SAVE');
  expect(await look(address)).toEqual(content);
});

test('that user may do nothing else, and nothing is written', async ({ server }) => {
  await server.run('SET', 'cuenta', '1');
  const state = async (): Promise<unknown> => [
    await server.keys(),
    /rdb_changes_since_last_save:\d+/.exec(String(await server.run('INFO', 'persistence')))?.[0],
  ];
  const before = await state();
  const address = addressOf(server.port, lector);
  await look(address);
  expect(await state()).toEqual(before);
  const redis = await Redis.open(address, undefined);
  try {
    for (const words of [['GET', 'cuenta'], ['SET', 'cuenta', '2'], ['KEYS', '*'], ['FLUSHALL']]) {
      const [command = '', ...rest] = words;
      expect(await redis.ask(command, ...rest)).toEqual({ refused: 'NOPERM' });
    }
  } finally {
    await redis.close();
  }
});

test('without a password', async () => {
  const server = await RedisServer.start({ save: '3600 1' });
  try {
    for (const given of ['', password]) {
      expect(await look(addressOf(server.port, { password: given }))).toEqual({
        ...content,
        'RC-02': ['Redis answers PING to somebody without a password'],
      });
    }
  } finally {
    await server.stop();
  }
});

test('that keeps nothing on disk', async ({ server }) => {
  await server.run('CONFIG', 'SET', 'save', '');
  expect(await look(addressOf(server.port))).toEqual({
    ...content,
    'RC-03': ['nothing is kept on disk: no save rule, and AOF is off'],
  });
  await server.run('CONFIG', 'SET', 'appendonly', 'yes');
  expect(await look(addressOf(server.port, lector))).toEqual(content);
  await server.run('CONFIG', 'SET', 'appendonly', 'no');
  await server.run('CONFIG', 'SET', 'save', '3600 1');
});

test('whose last save failed', async ({ server }) => {
  // Its file is a folder that is not empty: nobody can put a file in the place of that.
  await server.run('CONFIG', 'SET', 'dbfilename', 'tls');
  await server.run('BGSAVE');
  await expect
    .poll(async () => String(await server.run('INFO', 'persistence')))
    .toContain('rdb_bgsave_in_progress:0');
  const red = { ...content, 'RC-03': ['the last save to disk failed (RDB)'] };
  // Redis takes nothing any more then, unless it is told to: it is not up for anybody who needs it.
  const down = { ...red, 'RC-01': ['Redis answers PING with MISCONF'] };
  expect(await look(addressOf(server.port))).toEqual(down);
  await server.run('CONFIG', 'SET', 'stop-writes-on-bgsave-error', 'no');
  expect(await look(addressOf(server.port))).toEqual(red);
  await server.run('CONFIG', 'SET', 'stop-writes-on-bgsave-error', 'yes');
  await server.run('CONFIG', 'SET', 'dbfilename', 'dump.rdb');
  await server.run('SAVE');
  expect(await look(addressOf(server.port))).toEqual(content);
});

test('that is the replica of another', async ({ server }) => {
  const replica = await RedisServer.start({
    ...{ requirepass: password, save: '3600 1', masterauth: password },
    replicaof: `127.0.0.1 ${server.port}`,
  });
  try {
    expect(await look(addressOf(replica.port))).toEqual({
      ...content,
      'RC-01': [expect.stringMatching(/^it is the replica of another Redis/)],
    });
  } finally {
    await replica.stop();
  }
});

test('whose port is open at the public host', async ({ server }) => {
  const redis = await Redis.open(addressOf(server.port), undefined);
  try {
    // Another way to write 127.0.0.1, which is not taken for this machine.
    const { found, tried } = await strangersOf(redis, '::ffff:127.0.0.1');
    expect(tried).toHaveLength(2);
    expect(found).toContain(
      `port ${server.port} of ::ffff:127.0.0.1 is open to the machine that looked`,
    );
  } finally {
    await redis.close();
  }
});

test('that dies while it is looked at', async () => {
  const server = await RedisServer.start({ requirepass: password });
  const redis = await Redis.open(addressOf(server.port), undefined);
  await server.stop();
  const said = await saidBy(async () => judgePersistence(await persistenceOf(redis)));
  expect(said).toMatch(/^REDIS_URL does not answer: /);
  await redis.close();
});

test('that is down', async () => {
  expect(await look(addressOf(1))).toEqual({
    ...notRun(/^nobody listens where REDIS_URL leads to$/),
    'RC-01': ['nobody listens where REDIS_URL leads to'],
  });
  await expect(Redis.open(addressOf(1), undefined)).rejects.toBeInstanceOf(NobodyListens);
});

test('that takes no such password, or none at all', async ({ server }) => {
  const wrong = addressOf(server.port, { password: 'canario-errado' });
  expect(await look(wrong)).toEqual(notRun(/takes neither user nor password .*: WRONGPASS$/));
  const none = addressOf(server.port, { password: '' });
  expect(await look(none)).toEqual(notRun(/wants a password/));
});

const flood = Buffer.concat([Buffer.from('$100000000\r\n'), Buffer.alloc(1024 * 1024, 'x')]);
const strangers: readonly [what: string, said: Buffer | undefined][] = [
  ['nothing', undefined],
  ['a page', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['noise', Buffer.from([0x52, 0xff, 0x00, 0xff, 0x0d, 0x0a])],
  ['a hundred megabytes', flood],
  ['PONG to everything', Buffer.from('+PONG\r\n')],
];

test('whoever answers as no Redis does is given up in bounded time and memory', async () => {
  const servers = await Promise.all(strangers.map(([, said]) => answering(said)));
  const began = performance.now();
  const before = process.memoryUsage().rss;
  try {
    await Promise.all(
      servers.flatMap((server) =>
        [false, true].map(async (tls) => {
          const { port } = server.address() as AddressInfo;
          const said = await look(addressOf(port, { tls }));
          for (const [line, one] of Object.entries(said)) expect(typeof one, line).toBe('string');
        }),
      ),
    );
  } finally {
    for (const server of servers) server.close();
  }
  expect(performance.now() - began).toBeLessThan(25_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
});

/** Says the same to whatever comes, a hundred times, or nothing. */
async function answering(said: Buffer | undefined): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => {
      const times = said === flood ? 100 : 1;
      for (let time = 0; said !== undefined && time < times; time += 1) socket.write(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
