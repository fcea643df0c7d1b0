import { expect, test } from '@playwright/test';
import { closedLoop, noAnswer, type ClosedLoopOptions } from '../../load/closed-loop.ts';
import type { LoadRequest } from '../../load/load-request.ts';
import { selfSigned } from '../../standin/self-signed.ts';
import { closeServers, isPage, loadServer } from './load-server.ts';

test.afterEach(closeServers);

const ok: LoadRequest = {
  page: 'page',
  method: 'GET',
  path: '/page/',
  check: isPage,
};

const options = (more: Partial<ClosedLoopOptions> = {}): ClosedLoopOptions => ({
  connections: 4,
  requests: [ok],
  deadlineMs: 5000,
  warmUpMs: 100,
  measureMs: 500,
  ...more,
});

test('the service time is that of the target, where autocannon at a rate reports half of it', async () => {
  const { origin } = await loadServer((_request, response) => {
    setTimeout(() => response.end('page'), 100);
  });
  const { pages, perSecond, measuredMs } = await closedLoop({ origin }, options());
  const page = pages.get('page');
  expect(page?.service.atRank(1)).toBeGreaterThan(98);
  // Four at a time for half a second, each of a tenth: twenty, or less on a busy machine.
  expect(page?.latency.count).toBeLessThanOrEqual(24);
  expect(page?.latency.count).toBeGreaterThanOrEqual(4);
  expect(measuredMs).toBe(500);
  expect(perSecond).toBe(2 * (page?.latency.count ?? NaN));
});

test('requests take turns, are sent as they are, and their answers checked one by one', async () => {
  const seen = new Set<string>();
  const { origin } = await loadServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      seen.add(`${request.method} ${request.url} ${request.headers.cookie} ${text}`);
    });
    request.on('end', () => {
      seen.add(`${request.method} ${request.url}`);
      response.statusCode = request.url === '/broken' ? 500 : 200;
      response.end(request.url === '/login' ? 'sign in' : 'page');
    });
  });
  const { pages } = await closedLoop(
    { origin },
    options({
      requests: [
        { ...ok, page: 'right', method: 'POST', headers: { cookie: 'a=b' }, body: 'x=1' },
        { ...ok, page: 'login', path: '/login' },
        { ...ok, page: 'broken', path: '/broken' },
      ],
    }),
  );
  expect(seen).toContain('POST /page/ a=b x=1');
  expect(pages.get('right')?.failures).toBe(0);
  expect([...(pages.get('login')?.reasons.keys() ?? [])]).toEqual(['not the page']);
  expect([...(pages.get('broken')?.reasons.keys() ?? [])]).toEqual(['status 500']);
  expect(pages.get('broken')?.latency.count).toBe(0);
});

test('a target that closes connections makes the result invalid', async () => {
  const { origin } = await loadServer((_request, response) => {
    response.setHeader('connection', 'close');
    response.end('page');
  });
  const { audit } = await closedLoop({ origin }, options());
  expect(audit.invalid.join()).toContain('the target closes connections');
});

test('a port where nobody listens ends the load soon, with errors', async () => {
  const { origin } = await loadServer(() => undefined);
  closeServers();
  const { pages, measuredMs } = await closedLoop({ origin }, options({ measureMs: 60_000 }));
  expect([...(pages.get(noAnswer)?.reasons.keys() ?? [])].join()).toContain('ECONNREFUSED');
  expect(measuredMs).toBeLessThan(30_000);
});

test('an answer that does not come in time is an error', async () => {
  const { origin } = await loadServer(() => undefined);
  const { pages } = await closedLoop({ origin }, options({ deadlineMs: 1000, measureMs: 1500 }));
  expect([...(pages.get(noAnswer)?.reasons.keys() ?? [])]).toEqual(['request timed out']);
});

test('a signal ends it, and what was measured is kept', async () => {
  const controller = new AbortController();
  let answered = 0;
  const { origin } = await loadServer((_request, response) => {
    answered += 1;
    response.end('page');
    if (answered === 50) controller.abort();
  });
  const result = await closedLoop(
    { origin },
    options({ warmUpMs: 0, measureMs: 600_000, signal: controller.signal }),
  );
  expect(result.interrupted).toBe(true);
  expect(result.pages.get('page')?.latency.count).toBeGreaterThanOrEqual(49);
  expect(result.measuredMs).toBeLessThan(60_000);
});

test('over TLS it works with the authority that is given, each connection verified', async () => {
  const pair = await selfSigned({ ips: ['127.0.0.1'] });
  const { origin } = await loadServer((_request, response) => response.end('page'), pair);
  const { pages } = await closedLoop({ origin, authority: pair.cert }, options());
  expect(pages.get('page')?.latency.count).toBeGreaterThan(0);
  expect(pages.get('page')?.failures).toBe(0);
});

const wrong = [
  { what: 'of an unknown authority', ips: ['127.0.0.1'], given: false, said: 'signed itself' },
  { what: 'for another host', ips: ['127.0.0.2'], given: true, said: 'not for 127.0.0.1' },
];

for (const { what, ips, given, said } of wrong) {
  test(`a certificate ${what} is refused before anything is sent`, async () => {
    const pair = await selfSigned({ ips });
    let asked = 0;
    const { origin } = await loadServer((_request, response) => {
      asked += 1;
      response.end('page');
    }, pair);
    const target = { origin, authority: given ? pair.cert : undefined };
    await expect(closedLoop(target, options())).rejects.toThrow(said);
    expect(asked).toBe(0);
  });
}

test('nothing to send is refused', async () => {
  await expect(
    closedLoop({ origin: 'http://127.0.0.1:9' }, options({ requests: [] })),
  ).rejects.toThrow(RangeError);
});
