import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import type { Route } from '../web/route.ts';
import { adminLogin } from './login.ts';
import { changeUser, deleteUser, users } from './users.ts';

type Page = (ctx: Context) => Promise<Answer> | Answer;

/** A page that sends others than staff to the administration's own sign-in. */
const forStaff =
  (handle: Page): Page =>
  (ctx) => {
    const staff =
      ctx.user?.is_staff === true ||
      ctx.isOn(ctx.user === undefined ? 'pages-open-to-strangers' : 'admin-open-to-all');
    return staff ? handle(ctx) : redirect(`/admin/login/?next=${ctx.path}`);
  };

const index = (ctx: Context): Answer =>
  page(
    layout(
      ctx,
      html`<h1>Administración del sitio</h1>
        <table>
          <caption>Users</caption>
          <tr>
            <th scope="row"><a href="/admin/users/user/">Users</a></th>
          </tr>
        </table>
        <table>
          <caption>Proyectos</caption>
          <tr><th scope="row">Estimates</th></tr>
        </table>`,
      { title: 'Administración del sitio | Sitio de administración de Django', bare: true },
    ),
  );

/** Django's own administration: its door, its first page, and the users. */
export const adminRoutes: readonly Route[] = [
  { path: '/admin/', access: 'open', methods: [], handle: forStaff(index) },
  { path: '/admin/login/', access: 'open', handle: adminLogin },
  { path: '/admin/users/user/', access: 'open', methods: [], handle: forStaff(users) },
  { path: '/admin/users/user/:id/change/', access: 'open', handle: forStaff(changeUser) },
  { path: '/admin/users/user/:id/delete/', access: 'open', handle: forStaff(deleteUser) },
];
