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

/** Takes the time that a password takes on a real application, which is not cheap to work out. */
export async function takeRealTime(password: string): Promise<void> {
  await derive(password, randomBytes(12), 24, { N: 16_384 });
}

/** Whether a password is the one that was stored. */
export async function fits(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'hex');
  if (expected.length === 0) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'hex'), 24, cost), expected);
}

const common = new Set(
  `000000 00000000 111111 11111111 123 1234 12345 123456 1234567 12345678 123456789 1234567890
   123123 1q2w3e4r abc123 abc12345 abcd1234 admin admin123 asdfghjk baseball computer contraseña
   dragon football iloveyou internet letmein letmein1 master mexico michelle monkey passw0rd
   password password1 password123 princess qwerty qwerty12 qwerty123 qwertyui qwertyuiop starwars
   sunshine superman trustno1 welcome welcome1 whatever`.split(/\s+/),
);

/** What a password should not look like, by the name that the form gives it. */
export type Personal = Readonly<Record<string, string>>;

/** What Django finds wrong with a new password; empty when it is good. */
export function weaknesses(password: string, personal: Personal = {}): string[] {
  const low = password.toLowerCase();
  const alike = Object.entries(personal)
    .flatMap(([name, value]) =>
      [value, ...value.split(/\W+/)].map((part) => [name, part.toLowerCase()] as const),
    )
    .find(([, part]) => part.length > 2 && similarity(low, part) >= 0.7)?.[0];
  return [
    // The two spaces are Django's own.
    ...(alike === undefined ? [] : [`La contraseña es muy similar a  ${alike}.`]),
    ...(password.length < 8
      ? ['La contraseña es muy corta. Debe contener al menos 8 caracteres.']
      : []),
    ...(common.has(low) ? ['Esta contraseña es muy común.'] : []),
    ...(/^\d+$/.test(password) ? ['Esta contraseña es totalmente numérica.'] : []),
  ];
}

/** The share of letters that two texts have in common, whatever their order. */
function similarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const left = Array.from(b);
  let shared = 0;
  for (const letter of a) {
    const at = left.indexOf(letter);
    if (at === -1) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
