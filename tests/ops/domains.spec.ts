import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { runFolder } from '../../fixtures/run-folder.ts';
import { readRun } from '../../report/run.ts';
import { selfSigned, type KeyPair, type Wanted } from '../../standin/self-signed.ts';
import { Bind } from './bind.ts';

const root = join(import.meta.dirname, '..', '..');

type Handler = Parameters<typeof createServer>[1];

interface Site {
  /** What each name answers; 301 to obra.test unless said. */
  readonly hosts: Readonly<
    Record<string, 'page' | 'denied' | 'circle' | 'away' | 'silent' | 'flood'>
  >;
  readonly health: 'good' | 'needs a session' | 'opens one' | 'slow';
  /** Certificate of www.obra.test. */
  readonly www: Wanted;
  readonly zone: readonly string[];
}

const zone = ['obra.test', 'www.obra.test', 'lb.obra.test'].map(
  (name) => `${name}. IN A 127.0.0.1`,
);

const right: Site = { hosts: {}, health: 'good', www: { names: ['www.obra.test'] }, zone };

/** A web server with a name for each of its faults. */
function answering({ hosts, health }: Site): NonNullable<Handler> {
  return (request, response) => {
    const [name = '', port = ''] = (request.headers.host ?? '').split(':');
    const to = (where: string): void => {
      response.writeHead(301, { location: where }).end();
    };
    if (request.url === '/salud/') {
      if (health === 'needs a session') to('/accounts/login/?next=/salud/');
      else {
        if (health === 'opens one') response.setHeader('set-cookie', 'sessionid=abc; Secure');
        setTimeout(() => response.end('bien'), health === 'slow' ? 1200 : 0);
      }
      return;
    }
    const does = hosts[name] ?? (name === 'obra.test' ? 'page' : 'canonical');
    if (does === 'page') response.end('<h1>Construbot</h1>');
    if (does === 'denied') response.writeHead(400).end('Bad Request (400)');
    if (does === 'circle') to(`https://${name}:${port}/?${request.url?.length ?? 0}`);
    if (does === 'away') to('https://parked.example/');
    if (does === 'canonical') to(`https://obra.test:${port}/`);
    if (does === 'flood') {
      const flood = (): void => {
        while (response.write(Buffer.alloc(65_536))) if (response.destroyed) return;
        response.once('drain', flood);
      };
      response.on('error', () => undefined);
      flood();
    }
  };
}

async function serve(site: Site, pairs: Readonly<Record<string, KeyPair>>): Promise<Server> {
  const contexts = Object.fromEntries(
    Object.entries(pairs).map(([name, pair]) => [name, createSecureContext(pair)]),
  );
  const server = createServer(
    {
      ...pairs['obra.test'],
      SNICallback: (name, done) => {
        done(null, contexts[name] ?? contexts['obra.test']);
      },
    },
    answering(site),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Runs the checks themselves on such a deployment, and says what each line came to. */
async function run(overrides: Partial<Site>): Promise<Record<string, string>> {
  const site = { ...right, ...overrides };
  const folder = mkdtempSync(join(tmpdir(), 'construbot-domains-'));
  const pairs = {
    'obra.test': await selfSigned({ names: ['obra.test', 'lb.obra.test'], ips: ['127.0.0.1'] }),
    'www.obra.test': await selfSigned(site.www),
  };
  const bind = await Bind.start(site.zone);
  const server = await serve(site, pairs);
  const { port } = server.address() as AddressInfo;
  const ca = join(folder, 'ca.pem');
  writeFileSync(
    ca,
    Object.values(pairs)
      .map(({ cert }) => cert)
      .join(''),
  );
  const runId = `dm${Math.random().toString(36).slice(2, 8)}`;
  try {
    const child = spawn(
      process.execPath,
      [
        'node_modules/.bin/playwright',
        'test',
        'ops/(domains|health|names)/',
        'security/tls.spec',
        '-g',
        'of www.obra.test|^(?!.*SC-01)',
      ],
      {
        cwd: root,
        stdio: 'ignore',
        env: {
          ...process.env,
          BASE_URL: `https://obra.test:${port}`,
          CA_FILE: ca,
          MAILBOX_URL: '',
          RUN_ID: runId,
          DOMAINS: 'obra.test,www.obra.test',
          LB_HOST: 'lb.obra.test',
          EXPECTED_ADDRESS: '127.0.0.1',
          DNS_RESOLVERS: `${bind.address},${bind.address}`,
          MAIL_DOMAIN: '',
          HEALTH_URL: `https://127.0.0.1:${port}/salud/`,
        },
      },
    );
    await once(child, 'close');
    const checks = readRun(join(runFolder(runId), 'items.json'))?.checks ?? [];
    const lines = new Map<string, string>();
    for (const { items, status, message = '' } of checks) {
      const [line = ''] = items;
      if (status !== 'passed') lines.set(line, `${lines.get(line) ?? ''}${status}: ${message}`);
      else if (!lines.has(line)) lines.set(line, 'passed');
    }
    return Object.fromEntries(lines);
  } finally {
    server.closeAllConnections();
    server.close();
    await bind.stop();
    rmSync(folder, { recursive: true });
    rmSync(runFolder(runId), { recursive: true, force: true });
  }
}

const green = {
  'CS-06': 'passed',
  'CS-07': 'passed',
  'IN-06': 'passed',
  'IN-07': 'passed',
  'IN-08': 'passed',
  'IN-09': expect.stringContaining('needs MAIL_DOMAIN'),
  'IN-11': 'passed',
  'SC-01': 'passed',
};

const red = (what: string): unknown => expect.stringContaining(what);

const cases: readonly {
  readonly what: string;
  readonly site: Partial<Site>;
  readonly says: Readonly<Record<string, unknown>>;
}[] = [
  { what: 'a deployment that is right', site: {}, says: {} },
  {
    what: 'a www that is refused, a balancer with a page of its own, a certificate without www, a slow health page',
    site: {
      hosts: { 'www.obra.test': 'denied', 'lb.obra.test': 'page' },
      www: { names: ['obra.test'] },
      health: 'slow',
    },
    says: {
      'CS-06': red('www.obra.test does not answer with a page'),
      'CS-07': red('lb.obra.test ends on lb.obra.test'),
      'SC-01': red('it is for DNS:obra.test, not for www.obra.test'),
      'IN-11': red('ms at its slowest, more than 1000'),
    },
  },
  {
    what: 'a www without an address, a balancer that is silent, a health page behind the login',
    site: {
      hosts: { 'lb.obra.test': 'silent' },
      zone: zone.filter((line) => !line.startsWith('www')),
      health: 'needs a session',
    },
    says: {
      'CS-06': red('www.obra.test has no address (IN-07)'),
      'CS-07': red('lb.obra.test does not answer with a page'),
      'IN-07': red('www.obra.test is not known (NXDOMAIN)'),
      'IN-11': red('answers 301, to /accounts/login/?next=/salud/'),
      'SC-01': red('no certificate of www.obra.test is to be had'),
    },
  },
  {
    what: 'a www in a circle, a balancer that leads away, a health page that opens a session, a certificate that ends',
    site: {
      hosts: { 'www.obra.test': 'circle', 'lb.obra.test': 'away' },
      www: { names: ['www.obra.test'], until: 5 },
      health: 'opens one',
    },
    says: {
      'CS-06': red('a circle'),
      'CS-07': red('a host that is none of the deployment'),
      'SC-01': red('days are left, not 21'),
      'IN-11': red('opens a session (sessionid)'),
    },
  },
  {
    what: 'a canonical page that never ends',
    site: { hosts: { 'obra.test': 'flood' } },
    says: {},
  },
];

for (const { what, site, says } of cases) {
  test(what, async () => {
    expect(await run(site)).toEqual({ ...green, ...says });
  });
}
