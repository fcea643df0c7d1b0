import type { X509Certificate } from 'node:crypto';
import { NotRun } from '../fixtures/accounts/role.ts';
import { lookupBy } from '../fixtures/dns/lookup.ts';
import { NameServer } from '../fixtures/dns/name-server.ts';
import { authorityOf, env } from '../fixtures/env.ts';
import { messageOf } from '../fixtures/failure.ts';
import { handshake, type Handshake, type Offer, type Refusal } from '../fixtures/http/handshake.ts';
import { expect, test } from '../fixtures/index.ts';
import { orNotRun } from '../fixtures/test/or-not-run.ts';
import { tlsAddress } from './tls-address.ts';
import { ageFaults, chainFaults, keyFaults, nameFaults } from './tls-judgement.ts';

const observe = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@observe'] });

/** Old versions and ciphers are offered only when OpenSSL is told to think nothing of security. */
const anyCipher = 'DEFAULT@SECLEVEL=0';

const meet = (address: URL, offer?: Offer): Promise<Handshake | Refusal> =>
  handshake(address, authorityOf(env()), offer);

interface Identified {
  readonly certificate: X509Certificate;
  readonly chainFault: string | undefined;
}

/** Who the server says that it is. */
async function identify(address: URL, offer: Offer): Promise<Identified> {
  const met = await meet(address, offer);
  if ('refused' in met) throw new Error(`The server refused every version: ${met.refused}`);
  const { certificate, chainFault } = met;
  if (certificate === undefined) throw new Error('The server shows no certificate');
  return { certificate, chainFault };
}

const ofToday: Offer = {};
// A certificate is looked at even where it comes by a version that should be gone.
const ofAnyAge: Offer = { minVersion: 'TLSv1', ciphers: anyCipher };

const qualities = [
  {
    title: 'the certificate leads to an authority that browsers know',
    // Without the level of security signatures by SHA-1 would do.
    offer: ofToday,
    faultsOf: ({ chainFault }: Identified) => chainFaults(chainFault),
    remedy: 'the full chain in ssl_certificate (fullchain.pem), from a public authority',
  },
  {
    title: 'the certificate is for the host that people type',
    offer: ofAnyAge,
    faultsOf: ({ certificate }: Identified, host: string) => nameFaults(certificate, host),
    remedy: 'a new certificate with every domain of the deployment (certbot -d … -d www.…)',
  },
  {
    title: 'the certificate lasts three more weeks',
    offer: ofAnyAge,
    faultsOf: ({ certificate }: Identified) => ageFaults(certificate, Date.now()),
    remedy:
      'certbot renew --dry-run tells why it was not renewed; reload the web server afterwards',
  },
  {
    title: 'the key of the certificate is long enough',
    offer: ofAnyAge,
    faultsOf: ({ certificate }: Identified) => keyFaults(certificate),
    remedy:
      'a new key with the next certificate (certbot --key-type ecdsa, or --rsa-key-size 2048)',
  },
] as const;

for (const { title, offer, faultsOf, remedy } of qualities) {
  test(title, observe('@SC-01'), async ({ raw, baseURL }, testInfo) => {
    const met = await identify(await orNotRun(testInfo, tlsAddress(raw, baseURL)), offer);
    const { hostname } = new URL(baseURL ?? '');
    expect(faultsOf(met, hostname), `Remedy: ${remedy}`).toEqual([]);
  });
}

/** Public names beside that of the target; each may be answered with a certificate of its own. */
const further = env().domains.filter((name) => name !== new URL(env().baseUrl ?? '').hostname);

for (const name of further) {
  for (const { title, offer, faultsOf, remedy } of qualities) {
    test(`of ${name}, ${title}`, observe('@SC-01'), async ({ baseURL }, testInfo) => {
      const met = await orNotRun(testInfo, certificateOf(name, baseURL ?? '', offer));
      expect(faultsOf(met, name), `Remedy: ${remedy}`).toEqual([]);
    });
  }
}

/** @throws NotRun when nobody answers, which is for the checks of CS-06 and IN-07 to tell */
async function certificateOf(name: string, target: string, offer: Offer): Promise<Identified> {
  const address = new URL(target);
  if (address.protocol !== 'https:') throw new NotRun('needs a BASE_URL with https');
  address.hostname = name;
  const lookup = lookupBy(env().dnsResolvers.map((one) => new NameServer(one)));
  try {
    return await identify(address, { ...offer, lookup });
  } catch (error) {
    throw new NotRun(`no certificate of ${name} is to be had: ${messageOf(error)}`);
  }
}

const versionsRemedy =
  'ssl_protocols TLSv1.2 TLSv1.3 in nginx, minVersion VersionTLS12 in Traefik, for every listener on 443';

test(
  'a browser of today gets through by TLS 1.2 or 1.3',
  observe('@SC-01', '@SC-02'),
  async ({ raw, baseURL }, testInfo) => {
    const address = await orNotRun(testInfo, tlsAddress(raw, baseURL));
    const met = await meet(address, { minVersion: 'TLSv1.2' });
    expect(met, `Remedy: ${versionsRemedy}`).toHaveProperty('version');
  },
);

for (const version of ['TLSv1', 'TLSv1.1'] as const) {
  test(
    `a client that knows nothing newer than ${version} is turned away`,
    observe('@SC-01'),
    async ({ raw, baseURL }, testInfo) => {
      const address = await orNotRun(testInfo, tlsAddress(raw, baseURL));
      const today = await meet(address, { minVersion: 'TLSv1.2', ciphers: anyCipher });
      expect(today, 'a client of today, for comparison').toHaveProperty('version');
      const old = await meet(address, {
        minVersion: version,
        maxVersion: version,
        ciphers: anyCipher,
      });
      expect(old, `${version} is spoken. Remedy: ${versionsRemedy}`).toHaveProperty('refused');
    },
  );
}

const open = [
  { what: 'no encryption', ciphers: 'eNULL:!aNULL:@SECLEVEL=0' },
  { what: 'no proof of who answers', ciphers: 'aNULL:!eNULL:@SECLEVEL=0' },
] as const;

for (const { what, ciphers } of open) {
  test(
    `a client that asks for ${what} is turned away`,
    observe('@SC-01'),
    async ({ raw, baseURL }, testInfo) => {
      const address = await orNotRun(testInfo, tlsAddress(raw, baseURL));
      const today = await meet(address, { minVersion: 'TLSv1.2' });
      expect(today, 'a client of today, for comparison').toHaveProperty('version');
      // TLS 1.3 has no such ciphers: who speaks nothing else is on the safe side.
      const met = await meet(address, { maxVersion: 'TLSv1.2', ciphers });
      expect(met, 'Remedy: ssl_ciphers HIGH:!aNULL:!eNULL in nginx').toHaveProperty('refused');
    },
  );
}
