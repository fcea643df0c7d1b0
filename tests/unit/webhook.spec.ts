import { expect, test as base } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noticeOf, noticeShape } from '../../report/notice.ts';
import { postNotice, type Patience } from '../../report/webhook.ts';
import { everyVerdict } from '../report/every-verdict.ts';

interface Receiver {
  readonly url: URL;
  /** What arrived: path, type and body. */
  readonly taken: { path: string | undefined; type: string | undefined; body: string }[];
  /** Answers, one after the other; the last one for all that follow. */
  answers: ((response: ServerResponse) => void)[];
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers).end('an answer');
  };

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += String(piece);
  return body;
}

const test = base.extend<{ receiver: Receiver }>({
  receiver: async ({}, use) => {
    const taken: Receiver['taken'] = [];
    const receiver = { taken, answers: [status(200)], url: new URL('http://127.0.0.1') };
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        taken.push({ path: request.url, type: request.headers['content-type'], body });
        (receiver.answers[taken.length - 1] ?? receiver.answers.at(-1))?.(response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    receiver.url = new URL(`http://127.0.0.1:${port}/services/T1/canary?key=canary`);
    await use(receiver);
    server.closeAllConnections();
    server.close();
  },
});

const notice = noticeOf(everyVerdict(), 'signoff', 'results/runs/sample/signoff/index.html');
const quick: Patience = { limitMs: 5_000, waitsMs: [0, 0] };

test('a notice arrives once, in the shape that is promised', async ({ receiver }) => {
  const { url, taken } = receiver;
  expect(await postNotice(notice, { url, format: 'json' }, quick)).toBeUndefined();
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({
    path: '/services/T1/canary?key=canary',
    type: 'application/json',
  });
  expect(noticeShape.parse(JSON.parse(taken[0]?.body ?? ''))).toEqual(notice);
});

test('for Slack it has the form of Slack', async ({ receiver }) => {
  const { url, taken } = receiver;
  expect(await postNotice(notice, { url, format: 'slack' }, quick)).toBeUndefined();
  expect(Object.keys(JSON.parse(taken[0]?.body ?? '') as object)).toEqual(['text', 'blocks']);
});

const far: Patience = { limitMs: 5_000, waitsMs: [600_000, 600_000] };

const tries: {
  name: string;
  answers: Receiver['answers'];
  patience?: Patience;
  said: RegExp | undefined;
  times: number;
}[] = [
  {
    name: '500 twice, then 200',
    answers: [status(500), status(502), status(200)],
    said: undefined,
    times: 3,
  },
  {
    name: '500 without end',
    answers: [status(500)],
    said: /it answered 500 \(3 tries\)/,
    times: 3,
  },
  { name: '404', answers: [status(404)], said: /it answered 404 \(1 try\)/, times: 1 },
  {
    name: '429 that asks for another try at once',
    answers: [status(429, { 'retry-after': '0' }), status(200)],
    patience: far,
    said: undefined,
    times: 2,
  },
  {
    name: '503 that asks for another try at a time that has passed',
    answers: [status(503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), status(200)],
    patience: far,
    said: undefined,
    times: 2,
  },
  {
    name: '429 that asks for more patience than there is',
    answers: [status(429, { 'retry-after': '3600' }), status(200)],
    said: /it answered 429 \(1 try\)/,
    times: 1,
  },
  {
    name: '429 that asks for nonsense',
    answers: [status(429, { 'retry-after': 'soon' }), status(200)],
    said: undefined,
    times: 2,
  },
  {
    name: 'a redirect',
    answers: [status(307, { location: '/elsewhere' }), status(200)],
    said: /it answered 307 \(1 try\)/,
    times: 1,
  },
  {
    name: 'silence',
    answers: [() => undefined],
    patience: { limitMs: 500, waitsMs: [0, 0] },
    said: /it did not answer within 0\.5 s \(3 tries\)/,
    times: 3,
  },
  {
    name: 'a connection that breaks',
    answers: [(response) => response.destroy()],
    said: /it could not be reached \(\w+\) \(3 tries\)/,
    times: 3,
  },
];

for (const { name, answers, patience = quick, said, times } of tries) {
  test(`${name}: ${said === undefined ? 'told' : 'one sentence'} after ${times}`, async ({
    receiver,
  }) => {
    receiver.answers = answers;
    const { url, taken } = receiver;
    const problem = await postNotice(notice, { url, format: 'json' }, patience);
    expect(problem ?? '').toMatch(said ?? /^$/);
    expect(problem ?? '').not.toContain('canary');
    expect(taken).toHaveLength(times);
  });
}

test('a connection that is refused is one sentence, without the path of the address', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const url = new URL(`http://127.0.0.1:${port}/canary`);
  expect(await postNotice(notice, { url, format: 'json' }, quick)).toBe(
    `The webhook http://127.0.0.1:${port}/••• was not told: it could not be reached (ECONNREFUSED) (3 tries).`,
  );
});

test('a smoke says what it saw and decides nothing', () => {
  const smoke = noticeOf(everyVerdict(), 'smoke', 'results/runs/sample/report/index.html');
  expect(noticeShape.parse(smoke)).toEqual(smoke);
  expect(smoke).not.toHaveProperty('decision');
  expect(smoke.urgent.map(({ id }) => id)).toEqual(['AT-07', 'AT-12', 'AT-14', 'SC-04']);
});
