// The certificate library builds on decorators, which need this first.
import 'reflect-metadata';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { webcrypto } from 'node:crypto';

/** A certificate and its key, as PEM text. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** What a certificate shall be like. */
export interface Wanted {
  /** IP addresses and names that it is for. */
  readonly ips?: readonly string[];
  readonly names?: readonly string[];
  /** Days from now, or ago when negative. */
  readonly from?: number;
  readonly until?: number;
  /** RSA of this many bits; else ECDSA on P-256. */
  readonly rsaBits?: number;
}

const day = 24 * 3600 * 1000;

/** Makes a certificate that has signed itself: what faults and tests of TLS need. */
export async function selfSigned(wanted: Wanted = {}): Promise<KeyPair> {
  const { ips = [], names = [], from = -40, until = 90, rsaBits } = wanted;
  const algorithm =
    rsaBits === undefined
      ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
      : {
          name: 'RSASSA-PKCS1-v1_5',
          hash: 'SHA-256',
          modulusLength: rsaBits,
          publicExponent: new Uint8Array([1, 0, 1]),
        };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=construbot.test',
    notBefore: new Date(Date.now() + from * day),
    notAfter: new Date(Date.now() + until * day),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new SubjectAlternativeNameExtension([
        ...ips.map((value) => ({ type: 'ip' as const, value })),
        ...names.map((value) => ({ type: 'dns' as const, value })),
      ]),
    ],
  });
  return { cert: certificate.toString('pem'), key: await keyPem(keys.privateKey) };
}

/** A private key that may be exported, as PEM text. */
export async function keyPem(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}
