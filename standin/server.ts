import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { Database } from './db.ts';
import { smtpMailer, type Mailer } from './mail.ts';
import { routes } from './routes.ts';
import { seed, type Seed } from './seed.ts';
import type { TlsFiles } from './tls.ts';
import { admit } from './web/access.ts';
import { Ends, NotFound, redirect, type Answer } from './web/answer.ts';
import { serveAsset } from './web/assets.ts';
import { Context, Sent, type Uploaded } from './web/context.ts';
import { serveMedia } from './web/media.ts';
import { broken, csrfFailed, notFound } from './web/pages.ts';
import type { Route } from './web/route.ts';
import { checkCsrf, checkHost, loadSession } from './web/session.ts';

export interface StandinOptions {
  readonly port: number;
  /** Port for plain HTTP, which only redirects; none when undefined. */
  readonly httpPort?: number | undefined;
  readonly tls: TlsFiles;
  readonly smtpUrl?: string | undefined;
  readonly seed: Seed;
  /** Faults that are on for every request. */
  readonly faults?: readonly string[];
  /** Let requests switch faults on by header, and keep what each check reaches. */
  readonly control?: boolean;
}

/** A stand-in that runs. */
export interface Standin {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the stand-in: an application that behaves as Construbot does, on loopback, with an empty
 * database of its own.
 *
 * @throws when a port is taken
 */
export async function startStandin(options: StandinOptions): Promise<Standin> {
  const database = await Database.open();
  await database.transaction((db) => seed(db, options.seed));
  const mailer = smtpMailer(options.smtpUrl);
  const app = fastify({
    https: { cert: readFileSync(options.tls.certFile), key: readFileSync(options.tls.keyFile) },
    bodyLimit: 30 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: false },
  }) as unknown as FastifyInstance;
  await app.register(formbody);
  await app.register(multipart, {
    limits: { fileSize: 25 * 1024 * 1024, fields: 5000, parts: 5000 },
  });
  const server = new Requests(database, mailer, options);
  for (const route of routes) {
    app.route({
      method: ['GET', 'POST'],
      url: route.path.replace(':id', ':id(^\\d+$)'),
      handler: (request, reply) => server.answer(request, reply, route),
    });
  }
  if (options.control === true) {
    app.get('/__standin__/reached', () => server.reachedByCheck());
  }
  app.setNotFoundHandler((request, reply) => server.answer(request, reply, undefined));
  app.setErrorHandler((error: Error, _request, reply) => {
    const status =
      'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status >= 500) console.error(error);
    const { type, body } = broken();
    return reply.code(status).type(type).send(body);
  });
  await app.listen({ host: '127.0.0.1', port: options.port });
  const plain =
    options.httpPort === undefined ? undefined : await redirector(options.httpPort, options.port);
  return {
    url: `https://127.0.0.1:${options.port}`,
    async close() {
      plain?.close();
      await app.close();
      mailer.close();
      await database.close();
    },
  };
}

class Requests {
  readonly #database: Database;
  readonly #mailer: Mailer;
  readonly #options: StandinOptions;
  readonly #reached = new Map<string, Set<string>>();

  constructor(database: Database, mailer: Mailer, options: StandinOptions) {
    this.#database = database;
    this.#mailer = mailer;
    this.#options = options;
  }

  reachedByCheck(): Record<string, string[]> {
    return Object.fromEntries([...this.#reached].map(([name, ids]) => [name, [...ids]]));
  }

  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    route: Route | undefined,
  ): Promise<FastifyReply> {
    const sent = await readBody(request);
    const isOn = this.#switchesOf(request);
    const url = new URL(request.url, `https://${request.headers.host ?? '127.0.0.1'}`);
    const cookies: string[] = [];
    let answer: Answer;
    try {
      answer = await this.#database.transaction(async (db) => {
        const ctx = new Context(request.method, url, request.headers, sent, db, this.#mailer, isOn);
        ctx.params = request.params as Record<string, string>;
        try {
          return await respond(ctx, route);
        } finally {
          cookies.push(...ctx.cookies);
        }
      });
    } catch (error) {
      if (!(error instanceof Ends)) {
        if (isOn('quiet') || process.env['STANDIN_LOG'] === '1')
          console.error(request.method, request.url, error);
        answer = broken();
      } else {
        ({ answer } = error);
      }
    }
    for (const cookie of cookies) reply.header('set-cookie', cookie);
    return reply
      .code(answer.status)
      .headers({ ...securityHeaders(isOn), ...answer.headers })
      .type(answer.type)
      .send(answer.body);
  }

  #switchesOf(request: FastifyRequest): (fault: string) => boolean {
    const { control = false, faults = [] } = this.#options;
    const header = (name: string): string => {
      const value = control ? request.headers[name] : undefined;
      return typeof value === 'string' ? value : '';
    };
    const on = new Set([...faults, ...header('x-standin-faults').split(',')]);
    const check = decodeURIComponent(header('x-standin-check'));
    return (fault) => {
      if (check !== '') {
        const ids = this.#reached.get(check) ?? new Set();
        this.#reached.set(check, ids.add(fault));
      }
      return on.has(fault);
    };
  }
}

async function respond(ctx: Context, route: Route | undefined): Promise<Answer> {
  checkHost(ctx.header('host'));
  const asset = serveAsset(ctx) ?? (await serveMedia(ctx));
  if (asset !== undefined) return asset;
  await loadSession(ctx);
  const refused = (): Ends => new Ends(csrfFailed(ctx));
  if (ctx.isPost && route?.csrf !== false) checkCsrf(ctx, refused);
  if (route === undefined) {
    if (ctx.method === 'GET' && /\/[^./]+$/.test(ctx.path))
      return redirect(`${ctx.path}/${ctx.url.search}`, 301);
    return notFound(ctx);
  }
  try {
    if (route.access !== 'open') admit(ctx, route.access);
    return await route.handle(ctx);
  } catch (error) {
    if (error instanceof NotFound) return notFound(ctx);
    throw error;
  }
}

async function readBody(request: FastifyRequest): Promise<Sent> {
  const values = new Map<string, string[]>();
  const files = new Map<string, Uploaded>();
  const add = (name: string, value: unknown): void => {
    values.set(name, [...(values.get(name) ?? []), String(value)]);
  };
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'field') add(part.fieldname, part.value);
      else {
        const bytes = await part.toBuffer();
        // A file input that was left alone is sent with neither name nor content.
        if (part.filename !== '') {
          files.set(part.fieldname, { name: part.filename, type: part.mimetype, bytes });
        }
      }
    }
  } else if (typeof request.body === 'object' && request.body !== null) {
    for (const [name, value] of Object.entries(request.body)) {
      for (const one of [value].flat()) add(name, one);
    }
  }
  return new Sent(values, files);
}

function securityHeaders(isOn: (fault: string) => boolean): Record<string, string> {
  return {
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    'x-content-type-options': 'nosniff',
    ...(isOn('frame-allowed') ? {} : { 'x-frame-options': 'DENY' }),
    'x-xss-protection': '1; mode=block',
    'referrer-policy': 'same-origin',
  };
}

function redirector(port: number, httpsPort: number): Promise<Server> {
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '127.0.0.1').replace(/:\d+$/, '');
    response.writeHead(301, { location: `https://${host}:${httpsPort}${request.url ?? '/'}` });
    response.end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
