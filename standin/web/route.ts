import type { Access } from './access.ts';
import type { Answer } from './answer.ts';
import type { Context } from './context.ts';

/**
 * A page of the stand-in. A handler reads the request from the context and returns an answer; it
 * runs in one transaction, which whatever it throws undoes.
 *
 * ```ts
 * async function detail(ctx: Context): Promise<Answer> {
 *   const sitio = found(await ctx.db.one('select … where id = $1', ctx.id())); // or the 404 page
 *   await enter(ctx, sitio.company_id); // or the 403 page
 *   return page(layout(ctx, html`<h2>${sitio.sitio_name}</h2>`, { title: sitio.sitio_name }));
 * }
 * const routes: Route[] = [{ path: '/proyectos/sitio/detalle/:id/', access: {}, handle: detail }];
 * ```
 */
export interface Route {
  /** Such as `/proyectos/contrato/detalle/:id/`; `web/router.ts` says what each name takes. */
  readonly path: string;
  /** Who may open it; `open`: anybody, signed in or not. */
  readonly access: Access | 'open';
  /** Methods it answers beside GET; any that it does not is a 405. POST when not given, OPTIONS by itself. */
  readonly methods?: readonly string[];
  /** Whether a POST needs a CSRF token; `false` where a token of the API may take its place. */
  readonly csrf?: false;
  readonly handle: (ctx: Context) => Promise<Answer> | Answer;
}
