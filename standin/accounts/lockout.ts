import type { Context } from '../web/context.ts';

// Another spelling is the same name.
const counted = (ctx: Context, name: string): string =>
  ctx.isOn('lockout-by-spelling') ? name : name.trim().toLowerCase();

/**
 * Whether a name has had too many wrong passwords within five minutes.
 *
 * @param name as it was sent, with where it was sent to in front where that is not the sign-in
 * @param most how many are let pass
 */
export async function isLocked(ctx: Context, name: string, most: number): Promise<boolean> {
  const row = await ctx.db.one<{ n: number }>(
    "select count(*)::int n from failed_login where login = $1 and at > now() - interval '5 minutes'",
    counted(ctx, name),
  );
  return (row?.n ?? 0) >= most;
}

/** Counts a wrong password for a name. */
export async function noteFailure(ctx: Context, name: string): Promise<void> {
  await ctx.db.all('insert into failed_login (login) values ($1)', counted(ctx, name));
}

/** Forgets the wrong passwords for a name: its owner has proved to be one. */
export async function forgetFailures(ctx: Context, name: string): Promise<void> {
  await ctx.db.all('delete from failed_login where login = $1', counted(ctx, name));
}
