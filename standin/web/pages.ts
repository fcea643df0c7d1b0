import { page, type Answer } from './answer.ts';
import type { Context } from './context.ts';
import { html, raw } from '../../fixtures/html.ts';
import { layout } from './layout.ts';

/** The styled page for what is not there. */
export const notFound = (ctx: Context): Answer =>
  page(
    layout(
      ctx,
      ctx.isOn('debug-pages')
        ? html`<h1>Page not found (404)</h1>
            <pre>
Using the URLconf defined in config.urls, Django tried these URL patterns. You're seeing this error because you have DEBUG = True in your Django settings file.</pre>`
        : html`<h1>Page not found</h1>
            <p>There is nothing at this address.</p>
            ${ctx.path.includes('%3C') && ctx.isOn('missing-page-echoes-path') && raw(decodeURIComponent(ctx.path))}`,
      { title: 'Page not found', bare: true },
    ),
    ctx.isOn('missing-page-200') ? 200 : 404,
  );

/** The page for a form whose token does not fit. */
export const csrfFailed = (ctx: Context): Answer =>
  page(
    layout(
      ctx,
      html`<h1>Forbidden (403)</h1>
        <p>CSRF verification failed. Request aborted.</p>
        ${ctx.isOn('debug-pages') && html`<p>You're seeing the help section of this page because you have <code>DEBUG = True</code> in your Django settings file.</p>`}`,
      { title: 'Forbidden (403)', bare: true },
    ),
    403,
  );

/**
 * The page for whatever goes wrong inside; it says nothing about it.
 *
 * @param debug what to say all the same, as Django does where `DEBUG` is on
 */
export const broken = (debug?: string): Answer =>
  page(
    html`${raw('<!DOCTYPE html>')}
      <html lang="es">
        <head>
          <title>Server Error</title>
        </head>
        <body>
          <h1>Ooops!!! 500</h1>
          <p>Algo salió mal de este lado; inténtalo de nuevo en un momento.</p>
          ${
            debug !== undefined &&
            html`<pre class="exception_value">${debug}
You're seeing this error because you have DEBUG = True in your Django settings file.</pre>`
          }
        </body>
      </html>`,
    500,
  );
