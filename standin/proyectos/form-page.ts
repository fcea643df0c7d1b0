import { page, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { renderForm, type Form } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout, widgets } from '../web/layout.ts';

export const saveButton = html`<button type="submit" class="btn btn-primary">Guardar</button>`;

/** The page of a form; like the real ones it has no title. */
export const formPage = (ctx: Context, form: Form): Answer =>
  page(
    layout(ctx, renderForm(ctx, form, { button: saveButton }), {
      companySwitch: false,
      title: '',
      scripts: widgets.scripts,
    }),
  );
