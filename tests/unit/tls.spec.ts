import { expect, test } from '@playwright/test';
import type { X509Certificate } from 'node:crypto';
import { createServer as createPlainServer, type AddressInfo, type Server } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';
import {
  handshake,
  type Handshake,
  type Offer,
  type Refusal,
} from '../../fixtures/http/handshake.ts';
import { ageFaults, chainFaults, keyFaults, nameFaults } from '../../security/tls-judgement.ts';
import { selfSigned, type Wanted } from '../../standin/self-signed.ts';

const ready = (server: Server): Promise<URL> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`));
    });
  });

/** Shakes hands with a listener that lives for nothing else. */
async function meet(
  options: TlsOptions,
  offer: Offer = {},
  authority?: string,
): Promise<Handshake | Refusal> {
  const server = createServer(options, (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  try {
    return await handshake(await ready(server), authority, offer);
  } finally {
    server.close();
  }
}

interface Identified extends Handshake {
  readonly certificate: X509Certificate;
}

async function shown(wanted: Wanted): Promise<Identified> {
  const met = await meet(await selfSigned(wanted), { ciphers: 'DEFAULT@SECLEVEL=0' });
  if ('refused' in met) throw new Error(met.refused);
  return met as Identified;
}

const ips = ['127.0.0.1'];
const now = Date.now();

test('a certificate that is right has no faults', async () => {
  const pair = await selfSigned({ ips, names: ['obra.example'] });
  const met = await meet(pair, {}, pair.cert);
  expect(met).toMatchObject({ version: 'TLSv1.3', chainFault: undefined });
  const { certificate } = met as Identified;
  expect(chainFaults((met as Handshake).chainFault)).toEqual([]);
  expect(nameFaults(certificate, '127.0.0.1')).toEqual([]);
  expect(ageFaults(certificate, now)).toEqual([]);
  expect(keyFaults(certificate)).toEqual([]);
});

test('a certificate that has signed itself leads to no known authority', async () => {
  const { chainFault } = await shown({ ips });
  expect(chainFaults(chainFault)).toEqual(['DEPTH_ZERO_SELF_SIGNED_CERT: it has signed itself']);
});

test('a fault of the chain that has no words here is still said', () => {
  expect(chainFaults('CRL_HAS_EXPIRED')).toEqual(['CRL_HAS_EXPIRED: the chain does not verify']);
});

const names: { on: Wanted; host: string; fits: boolean }[] = [
  { on: { names: ['obra.example'] }, host: 'obra.example', fits: true },
  { on: { names: ['*.obra.example'] }, host: 'www.obra.example', fits: true },
  { on: { names: ['*.obra.example'] }, host: 'a.b.obra.example', fits: false },
  { on: { names: ['*.obra.example'] }, host: 'obra.example', fits: false },
  { on: { names: ['obra.example'] }, host: 'www.obra.example', fits: false },
  { on: { names: ['obra.example'] }, host: 'obra.example.evil', fits: false },
  { on: { ips }, host: '127.0.0.1', fits: true },
  { on: { ips: ['::1'] }, host: '[::1]', fits: true },
  { on: { ips }, host: '127.0.0.2', fits: false },
  // Its common name, which browsers do not look at.
  { on: { names: ['obra.example'] }, host: 'construbot.test', fits: false },
];

for (const { on, host, fits } of names) {
  test(`a certificate for ${JSON.stringify(on)} is ${fits ? '' : 'not '}for ${host}`, async () => {
    const faults = nameFaults((await shown(on)).certificate, host);
    expect(faults).toHaveLength(fits ? 0 : 1);
    expect(faults.join()).toContain(fits ? '' : `not for ${host}`);
  });
}

const ages: { wanted: Wanted; said: RegExp | undefined }[] = [
  { wanted: { until: 22 }, said: undefined },
  { wanted: { until: 20.5 }, said: /^20 days are left, not 21$/ },
  { wanted: { until: 0.5 }, said: /^0 days are left/ },
  { wanted: { until: -1 }, said: /^it has expired on / },
  { wanted: { from: 2 }, said: /^it is valid only from / },
];

for (const { wanted, said } of ages) {
  test(`days of ${JSON.stringify(wanted)} are ${said === undefined ? 'right' : 'a fault'}`, async () => {
    const faults = ageFaults((await shown({ ips, ...wanted })).certificate, now);
    expect(faults.join()).toMatch(said ?? /^$/);
  });
}

const keys = [
  { rsaBits: 1024, faults: ['its key is rsa of 1024 bits, not of 2048'] },
  { rsaBits: 2048, faults: [] },
] as const;

for (const { rsaBits, faults } of keys) {
  test(`a key of RSA ${rsaBits} has ${faults.length} faults`, async () => {
    expect(keyFaults((await shown({ ips, rsaBits })).certificate)).toEqual(faults);
  });
}

const anyCipher = 'DEFAULT@SECLEVEL=0';
const oldServer = { minVersion: 'TLSv1', ciphers: anyCipher } as const;

for (const version of ['TLSv1', 'TLSv1.1'] as const) {
  const offer = { minVersion: version, maxVersion: version, ciphers: anyCipher };

  test(`a server of today refuses ${version}`, async () => {
    expect(await meet(await selfSigned({ ips }), offer)).toEqual({
      refused: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    });
  });

  test(`an old server speaks ${version}, which is seen`, async () => {
    const met = await meet({ ...(await selfSigned({ ips })), ...oldServer }, offer);
    expect(met).toMatchObject({ version });
  });
}

const open = [
  { what: 'encrypts nothing', ciphers: 'eNULL:!aNULL:@SECLEVEL=0', named: /NULL-SHA/ },
  { what: 'needs no certificate', ciphers: 'aNULL:!eNULL:@SECLEVEL=0', named: /^A/ },
] as const;

for (const { what, ciphers, named } of open) {
  test(`a cipher that ${what} is refused by default, and seen where it is taken`, async () => {
    const offer = { maxVersion: 'TLSv1.2', ciphers } as const;
    const pair = await selfSigned({ ips });
    expect(await meet(pair, offer)).toHaveProperty('refused');
    // Not DEFAULT, which rules them out for good.
    const met = await meet({ ...pair, ciphers: 'HIGH:eNULL:aNULL:@SECLEVEL=0' }, offer);
    expect((met as Handshake).cipher).toMatch(named);
  });
}

test('what this Node cannot offer is no refusal by the server', async () => {
  await expect(meet(await selfSigned({ ips }), { ciphers: 'NO-SUCH' })).rejects.toThrow(/cipher/);
});

test('a port where nobody listens is no refusal by the server', async () => {
  const server = createPlainServer();
  const url = await ready(server);
  await new Promise((resolve) => server.close(resolve));
  await expect(handshake(url, undefined)).rejects.toThrow(/ECONNREFUSED/);
});

test('a server that hangs up in the middle of it has refused', async () => {
  const server = createPlainServer((socket) => socket.destroy());
  try {
    expect(await handshake(await ready(server), undefined)).toEqual({ refused: 'ECONNRESET' });
  } finally {
    server.close();
  }
});
