import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What everything is signed with; it lives as long as the process, as the data does. */
export const secretKey = randomBytes(32);

/** The signature of a text for one purpose. */
export const sign = (purpose: string, text: string): string =>
  createHmac('sha256', secretKey).update(`${purpose}\n${text}`).digest('base64url');

/** Whether a signature is that of a text. */
export function isSigned(purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
