import { expect, test } from '@playwright/test';
import type { LoadRequest } from '../../load/load-request.ts';
import { openLoop, type OpenLoopOptions } from '../../load/open-loop.ts';
import { selfSigned } from '../../standin/self-signed.ts';
import { closeServers, isPage, loadServer } from './load-server.ts';

test.afterEach(closeServers);

const ok: LoadRequest = {
  page: 'page',
  method: 'GET',
  path: '/page/?a=1',
  check: isPage,
};

const options = (more: Partial<OpenLoopOptions> = {}): OpenLoopOptions => ({
  stages: [{ seconds: 0.5, from: 40, to: 40 }],
  spacing: 'even',
  next: () => ok,
  maxInFlight: 100,
  deadlineMs: 5000,
  warmUpMs: 0,
  ...more,
});

test('what is due is sent, with its method, headers and body, and measured', async () => {
  const seen: string[] = [];
  const { origin } = await loadServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      seen.push(`${request.method} ${request.url} ${request.headers.cookie} ${text}`);
      response.end('page');
    });
  });
  const post = { ...ok, method: 'POST', headers: { cookie: 'a=b' }, body: 'x=1' } as const;
  const result = await openLoop({ origin }, options({ next: () => post }));
  expect(new Set(seen)).toEqual(new Set(['POST /page/?a=1 a=b x=1']));
  const page = result.pages.get('page');
  expect(page?.latency.count).toBe(20);
  expect(page?.service.count).toBe(20);
  expect(page?.failures).toBe(0);
  expect(page?.blocks.map(({ count }) => count)).toEqual(Array(10).fill(2));
  expect(result).toMatchObject({ unfinished: 0, interrupted: false });
  expect(result.measuredMs).toBe(500);
  expect(result.perSecond).toBe(40);
});

test('latency counts from when a request was due, though the process had no time to send it', async () => {
  const { origin } = await loadServer((_request, response) => response.end('page'));
  const next = (index: number): LoadRequest => {
    const until = performance.now() + (index === 4 ? 200 : 0);
    while (performance.now() < until);
    return ok;
  };
  const { pages, audit } = await openLoop({ origin }, options({ next }));
  const page = pages.get('page');
  expect(page?.latency.count).toBe(20);
  expect(page?.latency.maxMs).toBeGreaterThan(190);
  expect(audit.lagMaxMs).toBeGreaterThan(190);
  expect(audit.invalid.join()).toContain('the generator sent late');
});

test('what the target stalls is in the latency of all that were due meanwhile', async () => {
  let free = 0;
  const { origin } = await loadServer((_request, response) => {
    free ||= performance.now() + 400;
    setTimeout(() => response.end('page'), free - performance.now());
  });
  const { pages } = await openLoop({ origin }, options());
  // Due every 25 ms: the first waits for 400 ms, the eighth still for 225.
  expect(pages.get('page')?.latency.beyond(200)).toBeGreaterThanOrEqual(8);
});

test('pages are kept apart, as are successes and errors, with reasons', async () => {
  const { origin } = await loadServer((request, response) => {
    response.statusCode = request.url === '/broken' ? 500 : 200;
    response.end(request.url === '/login' ? 'sign in' : 'page');
  });
  const paths = ['/', '/login', '/broken', '/odd'];
  const { pages } = await openLoop(
    { origin },
    options({
      next: (index) => {
        const path = paths[index % 4] ?? '';
        const thrown = (): never => {
          throw new Error('no such thing');
        };
        return { ...ok, path, page: path, check: path === '/odd' ? thrown : ok.check };
      },
    }),
  );
  const told = [...pages].map(([name, page]) => [name, page.latency.count, ...page.reasons]);
  expect(told).toEqual([
    ['/', 5],
    ['/login', 0, ['not the page', 5]],
    ['/broken', 0, ['status 500', 5]],
    ['/odd', 0, ['the check threw: no such thing', 5]],
  ]);
  expect(pages.get('/broken')?.errors.count).toBe(5);
});

test('redirects are answers, and not followed', async () => {
  const { origin } = await loadServer((_request, response) =>
    response.writeHead(302, { location: 'http://198.51.100.1/' }).end(),
  );
  const { pages } = await openLoop({ origin }, options());
  expect([...(pages.get('page')?.reasons ?? [])]).toEqual([['status 302', 20]]);
});

test('beyond the cap requests are dropped, and counted as failures; the rest meets its deadline', async () => {
  const { origin } = await loadServer(() => undefined);
  const { pages } = await openLoop({ origin }, options({ maxInFlight: 3, deadlineMs: 1000 }));
  const page = pages.get('page');
  expect(page?.dropped).toBe(17);
  expect([...(page?.reasons ?? [])]).toEqual([['no whole answer within 1 s', 3]]);
  expect(page?.failures).toBe(20);
  expect(page?.errors.quantile(0.5)).toBeGreaterThan(999);
});

test('an answer that never ends meets its deadline too', async () => {
  const { origin } = await loadServer((_request, response) => response.write('pa'));
  const { pages } = await openLoop({ origin }, options({ deadlineMs: 200 }));
  expect(pages.get('page')?.reasons.get('no whole answer within 0.2 s')).toBe(20);
});

test('a port where nobody listens makes errors, no exception', async () => {
  const { origin } = await loadServer(() => undefined);
  closeServers();
  const { pages } = await openLoop({ origin }, options());
  const [[reason, count] = []] = pages.get('page')?.reasons ?? [];
  expect(reason).toContain('ECONNREFUSED');
  expect(count).toBe(20);
});

test('the warm-up is sent, but not counted', async () => {
  let answered = 0;
  const { origin } = await loadServer((_request, response) => {
    answered += 1;
    response.end('page');
  });
  const { pages, measuredMs } = await openLoop({ origin }, options({ warmUpMs: 250 }));
  expect(answered).toBe(20);
  expect(pages.get('page')?.count).toBe(10);
  expect(measuredMs).toBe(250);
});

test('a signal ends it, and what was measured is kept', async () => {
  const controller = new AbortController();
  let answered = 0;
  const { origin } = await loadServer((_request, response) => {
    answered += 1;
    if (answered <= 5) response.end('page');
    if (answered === 8) controller.abort();
  });
  const long = options({ stages: [{ seconds: 600, from: 40, to: 40 }], signal: controller.signal });
  const result = await openLoop({ origin }, long);
  expect(result.interrupted).toBe(true);
  expect(result.pages.get('page')?.latency.count).toBe(5);
  expect(result.pages.get('page')?.failures).toBe(0);
  expect(result.unfinished).toBeGreaterThanOrEqual(3);
  expect(result.measuredMs).toBeLessThan(60_000);
});

test('a signal ends the wait for the last answers as well', async () => {
  const controller = new AbortController();
  const { origin } = await loadServer(() => {
    controller.abort();
  });
  const once = options({
    stages: [{ seconds: 0.1, from: 10, to: 10 }],
    deadlineMs: 600_000,
    signal: controller.signal,
  });
  expect(await openLoop({ origin }, once)).toMatchObject({ unfinished: 1, interrupted: true });
});

test('what makes the requests may throw, which is thrown', async () => {
  const { origin } = await loadServer(() => undefined);
  const next = (): never => {
    throw new Error('no more users');
  };
  await expect(openLoop({ origin }, options({ next }))).rejects.toThrow('no more users');
});

test('kept connections are used again, fresh ones are not', async () => {
  const { origin, connections } = await loadServer((_request, response) => response.end('page'));
  const kept = await openLoop({ origin }, options());
  expect(connections()).toBeLessThan(10);
  expect(kept.audit.socketsOpened).toBe(connections());
  const before = connections();
  const fresh = await openLoop({ origin }, options({ connections: 'fresh' }));
  expect(fresh.pages.get('page')?.latency.count).toBe(20);
  expect(connections() - before).toBe(20);
  expect(fresh.audit.socketsOpened).toBe(20);
});

test('fresh connections over TLS are whole handshakes, verified by the authority that is given', async () => {
  const pair = await selfSigned({ ips: ['127.0.0.1'] });
  let resumed = 0;
  const { origin } = await loadServer((request, response) => {
    if ('isSessionReused' in request.socket) {
      resumed += Number((request.socket.isSessionReused as () => boolean)());
    }
    response.end('page');
  }, pair);
  const { pages } = await openLoop(
    { origin, authority: pair.cert },
    options({ connections: 'fresh' }),
  );
  expect(pages.get('page')?.latency.count).toBe(20);
  expect(resumed).toBe(0);
});

const wrong = [
  { what: 'of an unknown authority', ips: ['127.0.0.1'], given: false, said: 'SELF_SIGNED' },
  { what: 'for another host', ips: ['127.0.0.2'], given: true, said: 'ALTNAME_INVALID' },
];

for (const { what, ips, given, said } of wrong) {
  test(`a certificate ${what} is an error, even where Node was told not to mind`, async () => {
    const pair = await selfSigned({ ips });
    const { origin } = await loadServer((_request, response) => response.end('page'), pair);
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const target = { origin, authority: given ? pair.cert : undefined };
      const page = (await openLoop(target, options())).pages.get('page');
      expect(page?.latency.count).toBe(0);
      expect([...(page?.reasons.keys() ?? [])].join()).toContain(said);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });
}
