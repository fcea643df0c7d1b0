// The certificate library builds on decorators, which need this first.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { createHash, webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyPem } from './self-signed.ts';

/** Files of the stand-in's certificate and of the authority that signed it. */
export interface TlsFiles {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 24 * 3600 * 1000;
const daysValid = 90;
// A deployment with less than three weeks left is a finding; the stand-in stays well away from it.
const leastDays = 30;

/**
 * Makes an authority of its own and a certificate for the loopback names, unless a valid one is
 * there already. The authority's key is thrown away: nothing else is ever signed with it.
 *
 * @param folder where the files are kept
 * @throws when the disk refuses
 */
export async function ensureTls(folder: string): Promise<TlsFiles> {
  const files = {
    caFile: join(folder, 'ca.pem'),
    certFile: join(folder, 'cert.pem'),
    keyFile: join(folder, 'key.pem'),
  };
  if (Object.values(files).every((path) => existsSync(path)) && lasts(files.certFile)) return files;
  mkdirSync(folder, { recursive: true });
  const notBefore = new Date(Date.now() - day);
  const notAfter = new Date(Date.now() + daysValid * day);
  const authorityKeys = await newKeys();
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Construbot stand-in authority',
    notBefore,
    notAfter,
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  });
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    subject: 'CN=construbot.test',
    issuer: authority.subject,
    notBefore,
    notAfter,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'dns', value: 'localhost' },
        { type: 'dns', value: 'construbot.test' },
      ]),
    ],
  });
  write(files.caFile, authority.toString('pem'));
  write(files.keyFile, await keyPem(keys.privateKey));
  write(files.certFile, certificate.toString('pem'));
  return files;
}

const newKeys = (): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

const lasts = (path: string): boolean =>
  new X509Certificate(readFileSync(path, 'utf8')).notAfter.getTime() > Date.now() + leastDays * day;

// Another run may read at the same time: a file is there whole or not at all.
function write(path: string, text: string): void {
  const draft = `${path}.${process.pid}.${createHash('sha1').update(text).digest('hex').slice(0, 6)}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
