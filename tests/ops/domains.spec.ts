import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { createSecureContext } from 'node:tls';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { lookupBy } from '../../fixtures/dns/lookup.ts';
import { NameServer } from '../../fixtures/dns/name-server.ts';
import { parseEnv } from '../../fixtures/env.ts';
import { messageOf } from '../../fixtures/failure.ts';
import { handshake } from '../../fixtures/http/handshake.ts';
import { lookAtHosts } from '../../ops/domains/look.ts';
import { lookAtHealth } from '../../ops/health/look.ts';
import type { Found } from '../../ops/looked.ts';
import { lookAtNames } from '../../ops/names/look.ts';
import { ageFaults, chainFaults, nameFaults } from '../../security/tls-judgement.ts';
import { selfSigned, type KeyPair, type Wanted } from '../../standin/self-signed.ts';
import { Bind } from './bind.ts';

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

const wanted = ['obra.test', 'www.obra.test'];

const sayOf = ({ findings, lacks }: Found): string =>
  findings.length > 0 ? findings.join('. ') : lacks === undefined ? 'green' : `not run: ${lacks}`;

const orReason = (look: Promise<Found>): Promise<string> =>
  look.then(sayOf, (error: unknown) => {
    if (error instanceof NotRun) return `not run: ${error.message}`;
    throw error;
  });

/** What the certificate of www comes to, met by the same handshake as the check of SC-01. */
async function certificate(
  port: number,
  authority: string,
  lookup: LookupFunction,
): Promise<string> {
  const met = await handshake(new URL(`https://www.obra.test:${port}`), authority, { lookup });
  if ('refused' in met || met.certificate === undefined) return 'no certificate';
  const { chainFault, certificate: shown } = met;
  const findings = [
    ...chainFaults(chainFault),
    ...nameFaults(shown, 'www.obra.test'),
    ...ageFaults(shown, Date.now()),
  ];
  return sayOf({ findings });
}

/** What each line comes to on such a deployment. */
async function verdicts(overrides: Partial<Site>): Promise<Record<string, string>> {
  const site = { ...right, ...overrides };
  const pairs = {
    'obra.test': await selfSigned({ names: ['obra.test', 'lb.obra.test'], ips: ['127.0.0.1'] }),
    'www.obra.test': await selfSigned(site.www),
  };
  const bind = await Bind.start(site.zone);
  const server = await serve(site, pairs);
  const { port } = server.address() as AddressInfo;
  const servers = [new NameServer(bind.address)];
  const lookup = lookupBy(servers);
  const target = new URL(`https://obra.test:${port}`);
  const settings = parseEnv({ DOMAINS: wanted.join() });
  try {
    return {
      'CS-06': await orReason(lookAtHosts(target, wanted, wanted, lookup)),
      'CS-07': await orReason(lookAtHosts(target, ['lb.obra.test'], wanted, lookup)),
      'IN-07': await orReason(lookAtNames(servers, settings)),
      'IN-11': await orReason(
        lookAtHealth(`https://127.0.0.1:${port}/salud/`, pairs['obra.test'].cert),
      ),
      'SC-01': await certificate(port, pairs['www.obra.test'].cert, lookup).catch(
        (error: unknown) => `not run: ${messageOf(error)}`,
      ),
    };
  } finally {
    server.closeAllConnections();
    server.close();
    await bind.stop();
  }
}

const green = {
  'CS-06': 'green',
  'CS-07': 'green',
  'IN-07': 'green',
  'IN-11': 'green',
  'SC-01': 'green',
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
      'SC-01': red('not run: www.obra.test has no address'),
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
    expect(await verdicts(site)).toEqual({ ...green, ...says });
  });
}
