import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request as fetchPage } from 'undici';

// A server in a process of its own whose truth is known: it logs when each request came and how long
// it kept it. `/fast` answers at once and is not logged; `/fixed/100` after 100 ms; `/stall/10` after
// 10 ms, but frozen from the fifth to the sixth second after the first request; `/through/20.5/…`
// hands on to the page of TARGET and keeps its answer for 20.5 milliseconds more.

/** A request as the server saw it: when it came, in milliseconds, and how long it was kept. */
export interface Logged {
  readonly cameMs: number;
  readonly keptMs: number;
}

const stall = { fromMs: 4000, toMs: 6000 };
const target = process.env['TARGET'] ?? '';
const agent = new Agent({ connect: { rejectUnauthorized: false } });
let log: Logged[] = [];
let firstMs: number | undefined;

/** The last stretch is spent in turns of the event loop: short, as it takes the processor from who measures. */
function at(dueMs: number, answer: () => void): void {
  const leftMs = dueMs - performance.now();
  if (leftMs <= 0) answer();
  else if (leftMs < 1) setImmediate(at, dueMs, answer);
  else setTimeout(at, leftMs - 0.5, dueMs, answer);
}

function keep(response: ServerResponse, cameMs: number, dueMs: number): void {
  at(dueMs, () => {
    log.push({ cameMs, keptMs: performance.now() - cameMs });
    response.end('page');
  });
}

async function handOn(response: ServerResponse, extraMs: number, path: string): Promise<void> {
  const { statusCode, body } = await fetchPage(new URL(path, target), { dispatcher: agent });
  const text = await body.text();
  await new Promise<void>((resolve) => {
    at(performance.now() + extraMs, resolve);
  });
  response.statusCode = statusCode;
  response.end(text);
}

const server = createServer((request, response) => {
  const [, kind = '', figure = '', ...rest] = (request.url ?? '').split('/');
  const cameMs = performance.now();
  firstMs ??= cameMs;
  const sinceMs = cameMs - firstMs;
  if (kind === 'fast') response.end('page');
  else if (kind === 'fixed') keep(response, cameMs, cameMs + Number(figure));
  else if (kind === 'through') {
    handOn(response, Number(figure), `/${rest.join('/')}`).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  } else if (kind === 'stall') {
    const frozen = sinceMs >= stall.fromMs && sinceMs < stall.toMs;
    keep(response, cameMs, (frozen ? firstMs + stall.toMs : cameMs) + Number(figure));
  } else {
    response.end(JSON.stringify(log));
    log = [];
    firstMs = undefined;
  }
});

server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
