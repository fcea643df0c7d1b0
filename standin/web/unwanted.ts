import { html, raw, type Html } from '../../fixtures/html.ts';
import type { FaultId } from '../faults/index.ts';
import type { Context } from './context.ts';

const cdn = 'https://cdn.jsdelivr.net/npm';
const hash = 'sha384-ZvpUoO/+PpLXR1lu4jmpXWu80pZlYUAfxl5NsBMWOEPSjUn/6Z/hRTt8+pR6L4N2';

/** What each fault leaves on a page; none of it is seen, so nothing else changes. */
const pieces: Partial<Record<FaultId, string>> = {
  'dead-link': '<a hidden href="/proyectos/no-hay-nada/">Nada</a>',
  'form-over-plain-http':
    '<form hidden method="get" action="http://construbot.test/buscar/"><input name="q"></form>',
  'style-over-plain-http': '<style>@import "http://construbot.test/print.css";</style>',
  'cdn-without-crossorigin': `<script integrity="${hash}" src="${cdn}/bootstrap@4.6.0/dist/js/bootstrap.min.js"></script>`,
  'cdn-without-version': `<script crossorigin="anonymous" integrity="${hash}" src="${cdn}/bootstrap@4/dist/js/bootstrap.min.js"></script>`,
  'library-with-known-hole': `<script crossorigin="anonymous" integrity="${hash}" src="https://code.jquery.com/jquery-3.4.1.min.js"></script>`,
  'debug-toolbar-shown': '<div id="djDebug" hidden></div>',
  'secret-in-page': `<script>window.settings = { SECRET_KEY: '${'not-a-real-one-'.repeat(4)}' }</script>`,
  'comment-with-task': '<!-- TODO: show the archived ones too -->',
  'comment-with-password': '<!-- try it with obra, contraseña: Pared-2019 -->',
  'form-without-token':
    '<form hidden method="post" action="/users/update/"><input name="q"></form>',
  'password-by-get':
    '<form hidden action="/accounts/login/"><input name="user"><input type="password" name="word"></form>',
};

/** The pages that carry such things: one that is open, one of somebody signed in. */
const pages = /^\/accounts\/password\/reset\/$|^\/users\/detalle\//;

/** What the faults that are on leave at the end of a page. */
export const unwanted = (ctx: Context): Html | false =>
  pages.test(ctx.path) &&
  html`${Object.entries(pieces).map(([fault, piece]) => ctx.isOn(fault as FaultId) && raw(piece))}`;
