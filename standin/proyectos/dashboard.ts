import { page } from '../web/answer.ts';
import { html } from '../web/html.ts';
import { layout } from '../web/layout.ts';
import { csrfField } from '../web/form.ts';
import type { Route } from '../web/route.ts';

export const dashboardRoutes: readonly Route[] = [
  {
    path: '/proyectos/',
    access: {},
    handle: (ctx) =>
      page(
        layout(
          ctx,
          html`<h1>Proyectos</h1>${ctx.me.is_new && html`<div id="tutorialModal">/users/remove-is-new/${ctx.me.id}/<form id="user_form">${csrfField(ctx)}</form></div>`}`,
          { title: 'Proyectos' },
        ),
      ),
  },
];
