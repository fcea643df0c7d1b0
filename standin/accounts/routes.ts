import { page, redirect } from '../web/answer.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import type { Route } from '../web/route.ts';
import { changePassword } from './change.ts';
import { inactive, login, logout } from './login.ts';
import { ledAstray } from './next.ts';
import { ask, asked, done, setPassword } from './reset.ts';
import { confirm, confirmationSent, signUp } from './sign-up.ts';

/** The front door, and the pages of one's own account. */
export const accountRoutes: readonly Route[] = [
  {
    path: '/',
    access: 'open',
    handle: (ctx) => {
      if (ctx.isOn('home-leads-nowhere')) {
        return page(layout(ctx, html`<h1>Construbot</h1>`, { bare: true }));
      }
      const home = ctx.user === undefined ? '/accounts/login/?next=/' : '/proyectos/';
      return redirect(ledAstray(ctx) ?? home);
    },
  },
  { path: '/accounts/login/', access: 'open', handle: login },
  { path: '/accounts/logout/', access: 'open', handle: logout },
  { path: '/accounts/inactive/', access: 'open', handle: inactive },
  { path: '/accounts/signup/', access: 'open', handle: signUp },
  { path: '/accounts/confirm-email/', access: 'open', handle: confirmationSent },
  { path: '/accounts/confirm-email/:key/', access: 'open', handle: confirm },
  { path: '/accounts/password/change/', access: { group: null }, handle: changePassword },
  { path: '/accounts/password/change/:username/', access: { group: null }, handle: changePassword },
  { path: '/accounts/password/reset/', access: 'open', handle: ask },
  { path: '/accounts/password/reset/done/', access: 'open', handle: asked },
  { path: '/accounts/password/reset/key/done/', access: 'open', handle: done },
  { path: '/accounts/password/reset/key/:uid-:token/', access: 'open', handle: setPassword },
];
