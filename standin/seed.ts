import type { Db } from './db.ts';
import { hashPassword } from './accounts/password.ts';

/** Somebody who is there from the start. */
export interface SeedUser {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** Who is there from the start; any of them may be missing. */
export interface Seed {
  readonly account?: SeedUser | undefined;
  readonly staff?: SeedUser | undefined;
  readonly other?: SeedUser | undefined;
}

/** Fills an empty database. */
export async function seed(db: Db, { account, staff, other }: Seed): Promise<void> {
  const norte = await tenant(db, 'Constructora Norte', 'Norte Uno');
  if (account !== undefined) await person(db, account, norte, 4, false);
  if (staff !== undefined) await person(db, staff, norte, 6, true);
  const sur = await tenant(db, 'Constructora Sur', 'Sur Uno');
  if (other !== undefined) await person(db, other, sur, 4, false);
}

interface Tenant {
  readonly customer: number;
  readonly company: number;
}

async function tenant(db: Db, customerName: string, companyName: string): Promise<Tenant> {
  const customer = await db.insert('customer', { customer_name: customerName });
  const company = await db.insert('company', {
    company_name: companyName,
    full_name: `${companyName} S.A. de C.V.`,
    customer_id: customer,
  });
  return { customer, company };
}

async function person(
  db: Db,
  { username, email, password }: SeedUser,
  { customer, company }: Tenant,
  level: number,
  isStaff: boolean,
): Promise<void> {
  const nivel = await db.one<{ id: number }>('select id from nivel where nivel = $1', level);
  const id = await db.insert('users', {
    username,
    email,
    password: await hashPassword(password),
    customer_id: customer,
    currently_at_id: company,
    nivel_id: nivel?.id,
    is_new: false,
    is_staff: isStaff,
    groups: ['Users', 'Proyectos'],
  });
  await db.all('insert into user_company values ($1, $2)', id, company);
  await db.insert('emailaddress', { user_id: id, email, verified: true });
}
