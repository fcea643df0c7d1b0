import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number }, Buffer>(scrypt);
// Cheap on purpose: the stand-in guards nothing, and checks sign in often.
const cost = { N: 1024 };

/** The stored form of a password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(12);
  return `${salt.toString('hex')}$${(await derive(password, salt, 24, cost)).toString('hex')}`;
}

/** Whether a password is the one that was stored. */
export async function fits(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'hex');
  if (expected.length === 0) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'hex'), 24, cost), expected);
}

const common = new Set([
  'password',
  'password1',
  '12345678',
  'contraseña',
  'qwertyuiop',
  'iloveyou',
]);

/** What Django finds wrong with a new password; empty when it is good. */
export function weaknesses(password: string): string[] {
  return [
    ...(password.length < 8
      ? ['Esta contraseña es demasiado corta. Debe contener al menos 8 caracteres.']
      : []),
    ...(common.has(password.toLowerCase()) ? ['Esta contraseña es demasiado común.'] : []),
    ...(/^\d+$/.test(password) ? ['Esta contraseña es completamente numérica.'] : []),
  ];
}
