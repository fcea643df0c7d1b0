import { test as base } from '@playwright/test';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { rawRequest } from '../../../fixtures/http/raw-request.ts';
import type { Raw } from '../../../fixtures/test/raw.ts';
import { ensureTls } from '../../../standin/tls.ts';
import { Cluster } from '../../database/cluster.ts';

/** Debian's, which sees Debian's packages. */
const python = '/usr/bin/python3';
const folder = join(import.meta.dirname, 'project');
const apps = ['auth', 'contenttypes', 'sessions', 'staticfiles'];

/** Whether a Django and what stands beside it in Construbot are installed. */
export const hasDjango = (): boolean =>
  spawnSync(python, ['-c', 'import django, psycopg2, sentry_sdk, celery']).status === 0;

/** What a test sets otherwise: settings, and variables of the environment. */
export interface Changes {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** A project of our own on a real Django with a real PostgreSQL: without a fault, unless it is given one. */
export class DjangoProject {
  readonly #cluster: Cluster;
  readonly #variables: Readonly<Record<string, string>>;
  /** For files of a test. */
  readonly scratch: string;
  /** Where its code lies. */
  readonly folder = folder;
  /** INSTALLED_APPS of its settings. */
  readonly apps = [...apps.map((name) => `django.contrib.${name}`), 'obra.apps.ObraConfig'];

  private constructor(
    cluster: Cluster,
    variables: Readonly<Record<string, string>>,
    scratch: string,
  ) {
    this.#cluster = cluster;
    this.#variables = variables;
    this.scratch = scratch;
  }

  /**
   * Makes its database and collects its files.
   *
   * @throws when there is no Django or no PostgreSQL
   */
  static async start(): Promise<DjangoProject> {
    const cluster = await Cluster.start({});
    const scratch = mkdtempSync(join(tmpdir(), 'construbot-django-'));
    const password = randomBytes(12).toString('hex');
    const project = new DjangoProject(
      cluster,
      {
        PYTHONDONTWRITEBYTECODE: '1',
        PROJECT_KEY: randomBytes(48).toString('base64url'),
        PROJECT_DATABASE_PORT: String(cluster.port),
        PROJECT_DATABASE_PASSWORD: password,
        PROJECT_STATIC_ROOT: join(scratch, 'static'),
      },
      scratch,
    );
    try {
      await cluster.run(
        'postgres',
        `create role construbot login password '${password}'`,
        'grant create on schema public to construbot',
      );
      for (const words of [['migrate'], ['collectstatic', '--noinput']]) {
        const [program = '', ...rest] = project.shell();
        execFileSync(program, [...rest, ...words], { stdio: 'pipe' });
      }
    } catch (error) {
      await project.stop();
      throw error;
    }
    return project;
  }

  /** What the operator would write into DJANGO_SHELL. */
  shell(changes: Changes = {}): string[] {
    return [...this.#python(changes), join(folder, 'manage.py')];
  }

  #python({ settings = {}, variables = {} }: Changes): string[] {
    const all = { ...this.#variables, CHANGED: JSON.stringify(settings), ...variables };
    return ['env', ...Object.entries(all).map(([name, value]) => `${name}=${value}`), python];
  }

  /** The secret key that it has unless changed. */
  get key(): string {
    return this.#variables['PROJECT_KEY'] ?? '';
  }

  /** Collected files of a test's own, which it may spoil. */
  ownStaticRoot(): string {
    const own = mkdtempSync(join(this.scratch, 'static-'));
    cpSync(join(this.scratch, 'static'), own, { recursive: true });
    return own;
  }

  /**
   * Serves it while something looks.
   *
   * @param look is given a way to ask it, and the origin of plain HTTP
   */
  async serve<T>(changes: Changes, look: (raw: Raw, plain: string) => Promise<T>): Promise<T> {
    const tls = await ensureTls(join(this.scratch, 'tls'));
    const [program = '', ...rest] = this.#python(changes);
    const server = spawn(program, [...rest, join(folder, 'serve.py'), tls.certFile, tls.keyFile], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(server, 'exit');
    try {
      const lines = createInterface(server.stdout);
      const [ports] = (await Promise.race([
        once(lines, 'line'),
        ended.then(() => Promise.reject(new Error('The project has not started'))),
      ])) as [string];
      const [secure, plain] = ports.split(' ');
      const base = `https://127.0.0.1:${secure ?? ''}`;
      const authority = readFileSync(tls.caFile, 'utf8');
      return await look(
        (path, { origin = base, ...request } = {}) =>
          rawRequest(new URL(origin), path, request, authority),
        `http://127.0.0.1:${plain ?? ''}`,
      );
    } finally {
      server.kill();
      await ended;
    }
  }

  async stop(): Promise<void> {
    await this.#cluster.stop();
    rmSync(this.scratch, { recursive: true });
  }
}

export const test = base.extend<object, { project: DjangoProject }>({
  project: [
    async ({}, use) => {
      const project = await DjangoProject.start();
      await use(project);
      await project.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';
