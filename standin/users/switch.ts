import { ledAstray } from '../accounts/next.ts';
import { found, work } from '../web/access.ts';
import { forbidden, NotFound, redirect, text, type Answer } from '../web/answer.ts';
import type { Company, Context } from '../web/context.ts';
import { escape } from '../../fixtures/html.ts';

async function to(ctx: Context, own: Company | undefined, others: Company[]): Promise<Company> {
  if (own !== undefined) {
    if (own.id !== ctx.here.id && !ctx.isOn('company-switch-lost')) await work(ctx, own);
    return own;
  }
  const other = others.find((one) => one.customer_id === ctx.me.customer_id) ?? others[0];
  const company = found(other);
  if (!ctx.isOn('company-switch-foreign')) {
    // Of another customer a company is simply not there.
    throw company.customer_id === ctx.me.customer_id ? forbidden() : new NotFound();
  }
  // Without access the next request would lead back.
  await ctx.db.all('insert into user_company values ($1, $2)', ctx.me.id, company.id);
  await work(ctx, company);
  return company;
}

// It changes something, though it is only a link: so a link of another site is not followed.
function isFromElsewhere(ctx: Context): boolean {
  const referer = ctx.header('referer');
  const foreign = referer !== undefined && URL.canParse(referer);
  return (
    ctx.header('sec-fetch-site') === 'cross-site' ||
    (foreign && new URL(referer).origin !== ctx.url.origin)
  );
}

/** Switches to a company by its name, as the menu of every page does. */
export async function switchByName(ctx: Context): Promise<Answer> {
  if (isFromElsewhere(ctx) && !ctx.isOn('company-switched-from-elsewhere')) throw forbidden();
  const name = ctx.params['company'] ?? '';
  const own = ctx.companies.find(({ company_name }) => company_name === name);
  const company = await to(
    ctx,
    own,
    await ctx.db.all<Company>('select * from company where company_name = $1 order by id', name),
  );
  const astray = ledAstray(ctx);
  return astray === undefined ? text(200, escape(company.company_name)) : redirect(astray);
}

/** Switches to a company as the list of companies does. */
export async function switchById(ctx: Context): Promise<Answer> {
  const own = ctx.companies.find(({ id }) => id === ctx.id());
  await to(ctx, own, await ctx.db.all<Company>('select * from company where id = $1', ctx.id()));
  return redirect(ledAstray(ctx) ?? '/proyectos/');
}
