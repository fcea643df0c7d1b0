import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { crowd } from './crowd.ts';
import { ServerDatabase } from './db-server.ts';
import { Database } from './db.ts';
import type { FaultId } from './faults/index.ts';
import { smtpMailer, type Mailer } from './mail.ts';
import { routes } from './routes.ts';
import { seed, type Seed } from './seed.ts';
import { TlsListeners } from './tls-listeners.ts';
import type { TlsFiles } from './tls.ts';
import { admit } from './web/access.ts';
import { Ends, file, json, NotFound, redirect, type Answer } from './web/answer.ts';
import { serveAsset } from './web/assets.ts';
import { readBody } from './web/body.ts';
import { Context } from './web/context.ts';
import { corsHeaders } from './web/cors.ts';
import { securityHeaders } from './web/headers.ts';
import { serveLeak } from './web/leaks.ts';
import { serveMedia } from './web/media.ts';
import { broken, csrfFailed, notFound } from './web/pages.ts';
import { Faults } from './web/reached.ts';
import { Router } from './web/router.ts';
import { checkCsrf, checkHost, loadSession, setCsrfCookie } from './web/session.ts';
import { holdBack } from './web/slow.ts';
import { Traffic } from './web/traffic.ts';
import { inCollision, underLoad } from './web/under-load.ts';

export interface StandinOptions {
  readonly port: number;
  /** Port for plain HTTP, which only redirects; none when undefined. */
  readonly httpPort?: number | undefined;
  readonly tls: TlsFiles;
  readonly smtpUrl?: string | undefined;
  readonly seed: Seed;
  /** Data of others, as a copy of production has it: how much of each, and how it is named. */
  readonly crowd?: { readonly each: number; readonly name: string } | undefined;
  /** An empty database on a server of PostgreSQL, and its owner; undefined for one in the process. */
  readonly databaseUrl?: string | undefined;
  /** Faults that are on for every request. */
  readonly faults?: readonly string[];
  /** Let requests switch faults on by header, and keep what each check reaches and each cookie. */
  readonly control?: boolean;
}

/** A stand-in that runs. */
export interface Standin {
  readonly url: string;
  close(): Promise<void>;
}

const megabyte = 1024 * 1024;

/**
 * Starts the stand-in: an application that behaves as Construbot does, on loopback, with an empty
 * database of its own.
 *
 * @throws when a port is taken
 */
export async function startStandin(options: StandinOptions): Promise<Standin> {
  const database =
    options.databaseUrl === undefined
      ? await Database.open()
      : await ServerDatabase.open(options.databaseUrl);
  await database.transaction(async (db) => {
    await seed(db, options.seed);
    if (options.crowd !== undefined) await crowd(db, options.crowd.each, options.crowd.name);
  });
  const mailer = smtpMailer(options.smtpUrl);
  const app = fastify({
    https: { cert: readFileSync(options.tls.certFile), key: readFileSync(options.tls.keyFile) },
    bodyLimit: 100 * megabyte,
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  // The others that are asked for here are known to it.
  app.addHttpMethod('PROPFIND', { hasBody: true });
  app.removeAllContentTypeParsers();
  await app.register(multipart, {
    limits: { fileSize: 25 * megabyte, fields: 10_240, parts: 10_240 },
    // What becomes of a name is the application's own affair.
    preservePath: true,
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  const faults = new Faults(options.faults ?? [], options.control ?? false);
  const listeners = new TlsListeners(options.port, options.tls);
  const requests = new Requests(database, mailer, faults, listeners, options);
  app.all('/*', (request, reply) => requests.answer(request, reply));
  const seen = (request: IncomingMessage): void => {
    if (options.control === true) requests.traffic.note(request);
  };
  // Also those that come no further, such as one whose address cannot be read.
  app.server.on('request', seen);
  app.setErrorHandler((error: Error, _request, reply) => {
    const status =
      'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status >= 500) console.error(error);
    const { type, body } = broken();
    return reply.code(status).type(type).send(body);
  });
  await app.listen({ host: '127.0.0.1', port: options.port });
  const plain =
    options.httpPort === undefined
      ? undefined
      : await redirector(options.httpPort, options.port, faults);
  plain?.on('request', seen);
  return {
    url: `https://127.0.0.1:${options.port}`,
    async close() {
      plain?.close();
      plain?.closeAllConnections();
      await listeners.close();
      await app.close();
      mailer.close();
      await database.close();
    },
  };
}

class Requests {
  readonly #database: Database | ServerDatabase;
  readonly #mailer: Mailer;
  readonly #control: boolean;
  readonly #faults: Faults;
  readonly #listeners: TlsListeners;
  readonly #router = new Router(routes);
  readonly traffic = new Traffic(this.#router);
  /** Each cookie that was set, as it was sent; kept for those who look for it where it should not be. */
  readonly #cookies: string[] = [];
  #count = 0;

  constructor(
    database: Database | ServerDatabase,
    mailer: Mailer,
    faults: Faults,
    listeners: TlsListeners,
    { control = false }: Pick<StandinOptions, 'control'>,
  ) {
    this.#database = database;
    this.#mailer = mailer;
    this.#control = control;
    this.#faults = faults;
    this.#listeners = listeners;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    this.#count += 1;
    const { isOn, any } = this.#faults.of(request);
    const sent = await readBody(request);
    const url = addressOf(request, isOn);
    const cookies: string[] = [];
    let changed: ReadonlySet<string> = new Set();
    const asked = { method: request.method, path: url.pathname };
    const run = async (): Promise<Answer> => {
      // Outside the transaction, so that only this request waits.
      await holdBack(url.pathname, isOn);
      await underLoad(asked, isOn);
      const aside = this.#aside(request, url.pathname, isOn);
      if (aside !== undefined) return aside;
      if (this.#control && url.pathname === '/__standin__/tls') {
        return json({ port: await this.#listeners.portFor(isOn) });
      }
      const told = /pg_sleep\((\d)\)/.exec(url.searchParams.get('q') ?? '')?.[1];
      if (told !== undefined && isOn('search-sleeps-on-demand')) await delay(Number(told) * 1000);
      return this.#database.transaction(async (db) => {
        const method = methodOf(request, isOn);
        const ctx = new Context(method, url, request.headers, sent, db, this.#mailer, isOn);
        const answer = await this.#respond(ctx, request.method);
        if (ctx.isPost && answer.status === 302 && isOn('nothing-is-saved')) throw new Ends(answer);
        setCsrfCookie(ctx);
        cookies.push(...ctx.cookies);
        changed = db.changed;
        return answer;
      }, isOn);
    };
    const answer = await inCollision(asked, isOn, run).catch((error: unknown) => {
      if (error instanceof Ends) return error.answer;
      // With a fault on, breaking may be what it is for.
      if (!any) console.error(request.method, request.url, error);
      return broken(isOn('debug-pages') ? String(error) : undefined);
    });
    for (const cookie of cookies) reply.header('set-cookie', cookie);
    if (this.#control) this.#cookies.push(...cookies);
    if (this.#control) this.traffic.note(request.raw, changed);
    return send(request, reply, url.pathname, answer, isOn);
  }

  /** What needs neither the database nor to know who asks. */
  #aside(
    request: FastifyRequest,
    path: string,
    isOn: (fault: FaultId) => boolean,
  ): Answer | undefined {
    if (this.#control && path === '/__standin__/reached') return json(this.#faults.reached());
    if (this.#control && path === '/__standin__/requests') return json(this.#count);
    if (this.#control && path === '/__standin__/traffic') return json(this.traffic.kinds());
    if (this.#control && path === '/__standin__/cookies') return json(this.#cookies);
    const leak = serveLeak(path, isOn);
    if (leak !== undefined) return leak;
    const climbs = /^\/(?:static|media)\/.*\.\.(?:%2f|%5c)/i.test(path);
    if (climbs && isOn('folders-climbed-out-of')) {
      return file('text/plain', Buffer.from('root:x:0:0:root:/root:/bin/sh\n'), {});
    }
    if (request.method === 'TRACE' && isOn('trace-echoes')) {
      return file('message/http', Buffer.from(asSent(request)), {});
    }
    const writes = ['PUT', 'DELETE'].includes(request.method);
    if (writes && /^\/(?:static|media)\//.test(path) && isOn('files-taken-by-put')) {
      return file('', Buffer.of(), {}, request.method === 'PUT' ? 201 : 204);
    }
    const header = (name: string): string | undefined => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    };
    const asset = serveAsset(path, header, isOn);
    const reads = ['GET', 'HEAD'].includes(request.method);
    if (asset === undefined || reads || isOn('static-any-verb-taken')) return asset;
    return file('', Buffer.of(), { allow: 'GET, HEAD' }, 405);
  }

  /** @param sentAs the verb, whatever the pages take it for */
  async #respond(ctx: Context, sentAs: string): Promise<Answer> {
    checkHost(ctx);
    if (ctx.header('x-forwarded-proto') === 'http' && ctx.isOn('forwarded-proto-loops')) {
      return redirect(ctx.url.href, 301);
    }
    await loadSession(ctx);
    const media = await serveMedia(ctx);
    if (media !== undefined) return media;
    if (this.#control && ctx.path === '/__standin__/rows') return json(await ctx.db.rowCounts());
    if (this.#control && ctx.path === '/__standin__/dump') return json(await ctx.db.dump());
    const match = this.#router.match(ctx.path);
    if (match === undefined) {
      const slashed = `${ctx.path}/`;
      return this.#router.match(slashed) === undefined
        ? notFound(ctx)
        : redirect(`${slashed}${ctx.url.search}`, 301);
    }
    const { route, params } = match;
    ctx.params = params;
    const own = route.methods ?? ['POST'];
    const methods = ['GET', 'HEAD', 'OPTIONS', ...own];
    if (!methods.includes(ctx.method) && !ctx.isOn('pages-any-verb-taken'))
      return file('', Buffer.of(), { allow: methods.join(', ') }, 405);
    if (ctx.method === 'OPTIONS' && !own.includes('OPTIONS'))
      return file('', Buffer.of(), { allow: methods.join(', ') });
    if (ctx.isOn('pages-broken')) throw new Ends(broken());
    const asksToken = ctx.isPost && route.csrf !== false && ctx.method === sentAs;
    if (asksToken) checkCsrf(ctx, () => new Ends(csrfFailed(ctx)));
    try {
      if (route.access !== 'open') admit(ctx, route.access);
      return await route.handle(ctx);
    } catch (error) {
      if (error instanceof NotFound) return notFound(ctx);
      throw error;
    }
  }
}

/** The verb as the pages see it. */
function methodOf({ method, url }: FastifyRequest, isOn: (fault: FaultId) => boolean): string {
  const ofPage = method === 'DELETE' && !url.startsWith('/api/');
  return ofPage && isOn('delete-without-token') ? 'POST' : method;
}

/** A request as TRACE gives it back, secrets and all. */
const asSent = ({ method, url, headers }: FastifyRequest): string =>
  [
    `${method} ${url} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`),
  ].join('\r\n');

function addressOf(request: FastifyRequest, isOn: (fault: FaultId) => boolean): URL {
  const { 'x-forwarded-host': forwarded, host = '127.0.0.1' } = request.headers;
  const believed =
    typeof forwarded === 'string' && isOn('forwarded-host-trusted') ? forwarded : host;
  const base = `https://${believed}`;
  return new URL(
    // A path of two slashes would be read as a host.
    request.url.replace(/^\/+/, '/'),
    URL.canParse(base) ? base : 'https://127.0.0.1',
  );
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  answer: Answer,
  isOn: (fault: FaultId) => boolean,
): FastifyReply {
  const { status, type, body } = answer;
  const headers: Record<string, string> = { ...securityHeaders(path, isOn), ...answer.headers };
  Object.assign(headers, corsHeaders(request, isOn));
  changeCaching(request, type, headers, isOn);
  // Tokens in pages are masked anew each time, so compressing them gives nothing away.
  const pageZips =
    type.startsWith('text/html') &&
    body.length > 500 &&
    request.headers['accept-encoding']?.includes('gzip') === true &&
    !isOn('pages-not-compressed');
  if (pageZips) {
    headers['content-encoding'] = 'gzip';
    headers['vary'] = [headers['vary'], 'Accept-Encoding'].filter(Boolean).join(', ');
  }
  if (type !== '') reply.type(type);
  return reply
    .code(status)
    .headers(headers)
    .send(pageZips ? gzipSync(body, { level: 1 }) : body);
}

function changeCaching(
  request: FastifyRequest,
  type: string,
  headers: Record<string, string>,
  isOn: (fault: FaultId) => boolean,
): void {
  if (headers['cache-control']?.includes('no-store') !== true) return;
  if (type.startsWith('text/html')) {
    if (isOn('pages-cached')) headers['cache-control'] = 'public, max-age=600';
    if (isOn('pages-kept-for-the-next')) {
      headers['cache-control'] = 'private';
      headers['vary'] = '';
    }
    return;
  }
  if (request.headers.authorization !== undefined && isOn('api-cached-with-token')) {
    headers['cache-control'] = 'public, max-age=600';
  } else if (request.headers.cookie !== undefined && isOn('data-silent-on-caching')) {
    delete headers['cache-control'];
  }
}

/** Headers by which a proxy says that the other side of it speaks TLS. */
const proxyHeaders = [
  'x-forwarded-proto',
  'x-forwarded-protocol',
  'x-forwarded-ssl',
  'x-forwarded-scheme',
  'x-url-scheme',
  'front-end-https',
  'forwarded',
] as const;

function redirector(port: number, httpsPort: number, faults: Faults): Promise<Server> {
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '127.0.0.1').replace(/:\d+$/, '');
    const { isOn } = faults.of(request);
    const claims = proxyHeaders.some((name) =>
      /https|on|ssl/.test(String(request.headers[name] ?? '')),
    );
    const answered =
      isOn('http-not-redirected') ||
      (request.method === 'POST' && isOn('plain-post-answered')) ||
      (claims && isOn('forwarded-proto-believed'));
    if (answered) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Construbot</h1>');
      return;
    }
    const origin = isOn('plain-leads-to-itself')
      ? `http://${host}:${port}`
      : `https://${isOn('plain-leads-to-other-host') ? 'www.construbot.test' : host}:${httpsPort}`;
    const path = isOn('plain-leads-home') ? '/' : (request.url ?? '/');
    const status = isOn('plain-redirect-temporary') ? 302 : 301;
    response.writeHead(status, { location: `${origin}${path}` }).end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
