import type { KeyObject, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { bareHost } from '../fixtures/bare-host.ts';

const leastDays = 21;
const day = 24 * 3600 * 1000;

const chainWords: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it, or one that signed it, has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it has signed itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the authority at the end of the chain is not a known one',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the chain ends before a known authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server does not send the certificate that signed it',
};

/**
 * What is wrong with the way from a certificate to an authority.
 *
 * @param fault what OpenSSL says of the chain, if anything
 * @returns it in words; nothing when the chain is whole
 */
export const chainFaults = (fault: string | undefined): string[] =>
  fault === undefined ? [] : [`${fault}: ${chainWords[fault] ?? 'the chain does not verify'}`];

/**
 * Whether a certificate is for a host. Only the alternative names count, as in browsers
 * (RFC 9525, 2): the common name is not looked at.
 *
 * @param host a name or an IP address, without a port
 * @returns nothing when it is, else the names that it has
 */
export function nameFaults(certificate: X509Certificate, host: string): string[] {
  const bare = bareHost(host);
  const fits =
    isIP(bare) === 0
      ? certificate.checkHost(bare, { subject: 'never' })
      : certificate.checkIP(bare);
  if (fits !== undefined) return [];
  return [`it is for ${certificate.subjectAltName ?? 'no name at all'}, not for ${bare}`];
}

/**
 * Whether a certificate is valid, and stays so for three weeks: what renews itself does so a month
 * before the end, and has failed by then.
 *
 * @param now milliseconds since 1970
 * @returns nothing when it does, else its days in words
 */
export function ageFaults(certificate: X509Certificate, now: number): string[] {
  if (Date.parse(certificate.validFrom) > now) {
    return [`it is valid only from ${certificate.validFrom} on`];
  }
  const days = Math.floor((Date.parse(certificate.validTo) - now) / day);
  if (days < 0) return [`it has expired on ${certificate.validTo}`];
  return days < leastDays ? [`${days} days are left, not ${leastDays}`] : [];
}

/**
 * Whether the key of a certificate is long enough: 2048 bits of RSA or 256 of an elliptic curve, the
 * least that authorities may sign (CA/Browser Forum Baseline Requirements, 6.1.5).
 *
 * @returns nothing when it is, else its kind and length
 */
export function keyFaults({ publicKey }: Pick<X509Certificate, 'publicKey'>): string[] {
  const kind = publicKey.asymmetricKeyType ?? 'unknown';
  const bits = bitsOf(publicKey);
  const least = kind.startsWith('rsa') || kind === 'dsa' ? 2048 : 256;
  return bits < least ? [`its key is ${kind} of ${bits} bits, not of ${least}`] : [];
}

function bitsOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): number {
  if (asymmetricKeyType === 'ed25519') return 256;
  if (asymmetricKeyType === 'ed448') return 456;
  // Curves are named after their bits: prime256v1, secp384r1, brainpoolP512r1.
  const curve = /\d{3}/.exec(asymmetricKeyDetails?.namedCurve ?? '')?.[0];
  return asymmetricKeyDetails?.modulusLength ?? Number(curve ?? 0);
}
