import { Ends, forbidden, NotFound, page } from './answer.ts';
import type { Company, Context } from './context.ts';
import { html } from '../../fixtures/html.ts';
import { toLogin } from './session.ts';

/** Who may open a page. */
export interface Access {
  /** Least access level. */
  readonly level?: number;
  /** Django group whose members may; `null`: any. */
  readonly group?: 'Proyectos' | 'Users' | null;
}

/**
 * Lets only those through who may open the page.
 *
 * @throws Ends with a redirect to the login page, or with 403
 */
export function admit(ctx: Context, { level = 1, group = 'Proyectos' }: Access): void {
  if (ctx.user === undefined) {
    throw ctx.isOn('pages-open-to-strangers')
      ? new Ends(page(html`<h1>Construbot</h1>`))
      : toLogin(ctx);
  }
  if (ctx.company === undefined) {
    if (ctx.isOn('no-company-breaks')) throw new Error('Current User must have company');
    throw forbidden();
  }
  if (ctx.user.nivel < 4 && ctx.isOn('levels-too-high')) throw forbidden();
  const member = group === null || ctx.user.groups.includes(group) || ctx.isOn('groups-ignored');
  if ((!member || ctx.user.nivel < level) && !ctx.isOn('levels-ignored')) throw forbidden();
}

/**
 * Lets the user work on an object of one of their companies, and takes them to that company when
 * they are in another, as the real application does.
 *
 * @throws Ends with 403 when the object's company is none of theirs
 */
export async function enter(ctx: Context, companyId: number, isolated = true): Promise<void> {
  const company = ctx.companies.find(({ id }) => id === companyId);
  if (company === undefined) {
    if (isolated) throw forbidden();
    return;
  }
  await work(ctx, company);
}

/** Makes a company the one that the user works in. */
export async function work(ctx: Context, company: Company): Promise<void> {
  if (company.id === ctx.company?.id) return;
  ctx.company = company;
  await ctx.db.update('users', ctx.me.id, { currently_at_id: company.id });
}

/** The row, or the 404 page. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new NotFound();
  return row;
}
