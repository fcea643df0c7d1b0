import { load } from 'cheerio';
import type { SyncHttp } from './sync-http.ts';

/** A sample of a metric. */
export interface Sample {
  readonly metric: string;
  readonly kind: 'trend' | 'rate' | 'counter';
  readonly value: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly atMs: number;
}

type Texts = Record<string, string>;
interface Params {
  readonly headers?: Texts;
  readonly jar?: Jar;
  readonly tags?: Texts;
  readonly timeout?: string;
  readonly redirects?: number;
}

/** The state of the one virtual user of the stand-in. */
export class World {
  readonly samples: Sample[] = [];
  /** The clock that scripts see: an iteration begins when it is due, and takes what its requests take. */
  nowMs = 0;
  scenario = { name: '', startTime: 0, iterationInTest: 0 };
  tags: Texts = {};
  metadata: Record<string, unknown> = {};

  constructor(readonly http: SyncHttp) {}

  add(metric: string, kind: Sample['kind'], value: number, tags: Texts = {}): void {
    this.samples.push({
      metric,
      kind,
      value,
      tags: { scenario: this.scenario.name, ...this.tags, ...tags },
      metadata: Object.fromEntries(
        Object.entries(this.metadata).map(([name, one]) => [name, String(one)]),
      ),
      atMs: this.nowMs,
    });
  }
}

class Jar {
  readonly #own = new Map<string, string>();
  set(_url: string, name: string, value: string): void {
    this.#own.set(name, value);
  }
  cookiesForURL(): Record<string, string[]> {
    return Object.fromEntries([...this.#own].map(([name, value]) => [name, [value]]));
  }
  get header(): Texts {
    const pairs = [...this.#own].map(([name, value]) => `${name}=${value}`);
    return pairs.length === 0 ? {} : { cookie: pairs.join('; ') };
  }
}

/**
 * The modules of k6 that scripts import, as far as ours use them; what they do follows the
 * documentation of k6 (grafana.com/docs/k6, JavaScript API).
 */
export function modulesOf(world: World): Record<string, Record<string, unknown>> {
  const send = (method: string, url: string, body: unknown, params: Params = {}): object => {
    const form = typeof body === 'object' && body !== null;
    const jar = params.jar ?? new Jar();
    const got = world.http.send({
      method,
      url,
      headers: {
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...jar.header,
        ...params.headers,
      },
      body: form ? new URLSearchParams(body as Texts).toString() : (body as string | null),
      timeoutMs: Number.parseFloat(params.timeout ?? '60') * 1000,
    });
    world.nowMs += got.tookMs;
    for (const line of got.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(url, name, value);
    }
    world.add('http_req_connecting', 'trend', 0, params.tags);
    return {
      ...got,
      error_code: got.status === 0 ? 1000 : 0,
      timings: { blocked: 0, connecting: 0, tls_handshaking: 0, duration: got.tookMs },
      headers: got.headers,
      html: (selector: string) => ({
        first: () => ({ attr: (name: string) => load(got.body)(selector).first().attr(name) }),
        serializeArray: () => load(got.body)(selector).serializeArray(),
      }),
    };
  };
  const metric = (kind: Sample['kind']) =>
    class {
      constructor(readonly name: string) {}
      add(value: number | boolean, tags?: Texts): void {
        world.add(this.name, kind, Number(value), tags);
      }
    };
  const check = (value: unknown, sets: Record<string, (value: unknown) => boolean>, tags?: Texts) =>
    Object.entries(sets)
      .map(([name, holds]) => {
        const held = holds(value);
        world.add('checks', 'rate', Number(held), { check: name, ...tags });
        return held;
      })
      .every(Boolean);
  const exec = {
    get scenario() {
      return world.scenario;
    },
    vu: {
      metrics: {
        get tags() {
          return world.tags;
        },
        get metadata() {
          return world.metadata;
        },
      },
    },
  };
  // Opens nothing: what a browser shows is not what is tried here, but how the script uses one.
  const page = {
    goto: (url: string) => {
      const { tookMs } = world.http.send({
        method: 'GET',
        url,
        headers: {},
        body: null,
        timeoutMs: 10_000,
      });
      world.add('browser_web_vital_ttfb', 'trend', tookMs);
      world.add('browser_web_vital_lcp', 'trend', tookMs + 1);
      return Promise.resolve(null);
    },
    close: () => Promise.resolve(),
  };
  const context = {
    addCookies: () => Promise.resolve(),
    newPage: () => Promise.resolve(page),
    close: () => Promise.resolve(),
  };
  return {
    k6: {
      check,
      fail: (reason: string) => {
        throw new Error(reason);
      },
    },
    'k6/http': {
      default: {
        CookieJar: Jar,
        request: send,
        get: (url: string, params?: Params) => send('GET', url, null, params),
        post: (url: string, body: unknown, params?: Params) => send('POST', url, body, params),
      },
    },
    'k6/metrics': { Trend: metric('trend'), Rate: metric('rate'), Counter: metric('counter') },
    'k6/execution': { default: exec },
    'k6/browser': { browser: { newContext: () => Promise.resolve(context) } },
  };
}
