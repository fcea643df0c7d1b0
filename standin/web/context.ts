import { randomBytes } from 'node:crypto';
import type { Db } from '../db.ts';
import type { FaultId } from '../faults/index.ts';
import type { Mailer } from '../mail.ts';

/** A file as it was uploaded. */
export interface Uploaded {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What a form sent. */
export class Sent {
  readonly #values: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, Uploaded>;

  constructor(
    values: ReadonlyMap<string, readonly string[]>,
    files: ReadonlyMap<string, Uploaded>,
    /** What came as JSON, for the API. */
    readonly json?: unknown,
  ) {
    this.#values = values;
    this.files = files;
  }

  /** The last value of a field, without surrounding space; empty when it was not sent. */
  get(name: string): string {
    return (this.#values.get(name)?.at(-1) ?? '').trim();
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }
}

export interface User {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly puesto: string | null;
  readonly is_new: boolean;
  readonly is_active: boolean;
  readonly is_staff: boolean;
  readonly groups: readonly string[];
  readonly customer_id: number;
  readonly currently_at_id: number | null;
  readonly nivel: number;
  readonly nivel_nombre: string;
}

export interface Company {
  readonly id: number;
  readonly company_name: string;
  readonly full_name: string | null;
  readonly customer_id: number;
}

/** A message that the next page shows once. */
export interface Flash {
  readonly level: 'success' | 'info' | 'danger';
  readonly text: string;
}

/** One request, and all that answering it needs. */
export class Context {
  user: User | undefined;
  company: Company | undefined;
  companies: Company[] = [];
  flashes: Flash[] = [];
  /** `Set-Cookie` lines of the answer. */
  readonly cookies: string[] = [];
  sessionKey = '';
  /** What the session keeps beside the user, such as the link of a password that is being reset. */
  sessionData: Readonly<Record<string, string>> = {};
  csrfSecret = '';
  /** Whether the answer carries a token, so that it has to set the cookie too. */
  csrfUsed = false;
  params: Readonly<Record<string, string>> = {};

  constructor(
    readonly method: string,
    readonly url: URL,
    readonly headers: Readonly<Record<string, string | string[] | undefined>>,
    readonly sent: Sent,
    readonly db: Db,
    readonly mailer: Mailer,
    /** Whether a fault is on for this request; asked only where it would strike. */
    readonly isOn: (fault: FaultId) => boolean,
  ) {}

  get path(): string {
    return this.url.pathname;
  }

  get isPost(): boolean {
    return this.method === 'POST';
  }

  query(name: string): string | undefined {
    return this.url.searchParams.get(name) ?? undefined;
  }

  header(name: string): string | undefined {
    const value = this.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  /** The number in a route, such as the id of an object. */
  id(name = 'id'): number {
    const id = Number(this.params[name]);
    // The database would refuse to compare; what it cannot count to is an id that no row has.
    return this.isOn('huge-id-500') ? id : Math.min(id, 2 ** 31 - 1);
  }

  /** The CSRF token for a form: masked anew each time, as Django's is. */
  csrfToken(): string {
    this.csrfUsed = true;
    if (this.csrfSecret === '') this.csrfSecret = randomBytes(16).toString('hex');
    const mask = randomBytes(16);
    const secret = Buffer.from(this.csrfSecret, 'hex');
    return Buffer.concat([mask, secret.map((byte, i) => byte ^ (mask[i] ?? 0))]).toString('hex');
  }

  /** The current user, where a page is only for somebody who is signed in. */
  get me(): User {
    if (this.user === undefined) throw new Error('nobody is signed in');
    return this.user;
  }

  /** The company that the current user works in. */
  get here(): Company {
    if (this.company === undefined) throw new Error('the user has no company');
    return this.company;
  }
}

/** Undoes the mask of a CSRF token. */
export function unmask(token: string): string {
  const bytes = Buffer.from(token, 'hex');
  if (bytes.length !== 32) return '';
  const mask = bytes.subarray(0, 16);
  return Buffer.from(bytes.subarray(16).map((byte, i) => byte ^ (mask[i] ?? 0))).toString('hex');
}
