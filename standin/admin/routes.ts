import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { html } from '../web/html.ts';
import { layout } from '../web/layout.ts';
import type { Route } from '../web/route.ts';
import { adminLogin } from './login.ts';

function index(ctx: Context): Answer {
  const staff =
    ctx.user?.is_staff === true || (ctx.user !== undefined && ctx.isOn('admin-open-to-all'));
  if (!staff) return redirect(`/admin/login/?next=${ctx.path}`);
  return page(
    layout(
      ctx,
      html`<h1>Sitio administrativo</h1>
        <table>
          <caption>Users</caption>
          <tr><th scope="row">Users</th></tr>
        </table>
        <table>
          <caption>Proyectos</caption>
          <tr><th scope="row">Estimates</th></tr>
        </table>`,
      { title: 'Sitio administrativo | Sitio de administración de Django', bare: true },
    ),
  );
}

/** Django's own administration: its door and its first page. */
export const adminRoutes: readonly Route[] = [
  { path: '/admin/', access: 'open', handle: index },
  { path: '/admin/login/', access: 'open', handle: adminLogin },
];
