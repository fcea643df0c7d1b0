import { asset } from './assets.ts';
import type { Context } from './context.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { takeFlashes } from './session.ts';
import { unescapedUnder } from './unescaped.ts';
import { unwanted } from './unwanted.ts';

/** What surrounds the content of a page. */
export interface Frame {
  readonly title?: string;
  /** Scripts of the page, after the libraries. */
  readonly scripts?: Html;
  /** Whether the page offers the switch between companies. */
  readonly companySwitch?: boolean;
  /** Pages that belong to no area: no side menu, no company, no tutorial. */
  readonly bare?: boolean;
  /** The area whose entries the side menu shows; by default that of the address. */
  readonly area?: 'proyectos' | 'users' | 'none';
  /** What a new user meets here in place of being sent back to the tutorial. */
  readonly tutorial?: Html;
}

const cdn = 'https://cdnjs.cloudflare.com/ajax/libs';
const npmCdn = 'https://cdn.jsdelivr.net/npm';

/** Libraries with the versions, addresses and hashes that the real pages name. */
const styles = html`<link
    crossorigin="anonymous"
    href="${npmCdn}/bootstrap@4.6.1/dist/css/bootstrap.min.css"
    integrity="sha384-zCbKRCUGaJDkqS1kPbPd7TveP5iyJE0EjAuZQTgFLD2ylzuqKfdKlfG/eSrtxUkn"
    rel="stylesheet"
  />
  <link
    rel="stylesheet"
    href="${cdn}/open-iconic/1.1.1/font/css/open-iconic-bootstrap.min.css"
    integrity="sha256-BJ/G+e+y7bQdrYkS2RBTyNfBHpA9IuGaPmf9htub5MQ="
    crossorigin="anonymous"
  />
  <link href="https://fonts.googleapis.com/css?family=Open+Sans" rel="stylesheet" />`;

const libraries = html`<script
    crossorigin="anonymous"
    integrity="sha384-ZvpUoO/+PpLXR1lu4jmpXWu80pZlYUAfxl5NsBMWOEPSjUn/6Z/hRTt8+pR6L4N2"
    src="https://code.jquery.com/jquery-3.5.1.min.js"
  ></script>
  <script
    crossorigin="anonymous"
    integrity="sha384-Piv4xVNRyMGpqkS2by6br4gNJ7DXjqk09RmUpJ8jgGtD7zP9yug3goQfGII0yAns"
    src="${npmCdn}/bootstrap@4.6.0/dist/js/bootstrap.bundle.min.js"
  ></script>`;

/**
 * The widgets of forms: date fields and selects that search. The real pages give no hash of these;
 * and they name a moment.min.js that the network makes on request, of which there can be none.
 */
export const widgets = {
  styles: html`<link
      crossorigin="anonymous"
      href="${cdn}/select2/4.0.6-rc.0/css/select2.min.css"
      integrity="sha384-RdQbeSCGSeSdSlTMGnUr2oDJZzOuGjJAkQy1MbKMu8fZT5G0qlBajY0n0sY/hKMK"
      rel="stylesheet"
    />
    <link
      crossorigin="anonymous"
      href="${cdn}/tempusdominus-bootstrap-4/5.0.0-alpha14/css/tempusdominus-bootstrap-4.min.css"
      integrity="sha384-TUln5hW/t8p1YMz1CgFsePY0fkpD36+etg9TpVRqzoJ9p8ien2m54D2iKvinQ2ef"
      rel="stylesheet"
    />
    <link
      crossorigin="anonymous"
      href="${cdn}/font-awesome/4.7.0/css/font-awesome.min.css"
      integrity="sha384-wvfXpqpZZVQGK6TAh5PVlGOfQNHSoD2xbE+QkPxCAFlNEevoEH3Sl0sibVcOQVnN"
      rel="stylesheet"
    />`,
  scripts: html`<script
      crossorigin="anonymous"
      integrity="sha384-kOzY9L5wBXCCeXrHKAMsNCiXCP+c9gu/TfMTC+vTjH542f0KEPZdw69IG2d4khx/"
      src="${npmCdn}/moment@2.20.1/min/moment.min.js"
    ></script>
    <script
      crossorigin="anonymous"
      integrity="sha384-vmlDJqAc008ox6ahtzgBTPHN9CjMcNiNNcCt9CYXHFZAO04CEPTXBWZ8+xTiS12D"
      src="${cdn}/select2/4.0.6-rc.0/js/select2.full.js"
    ></script>
    <script
      crossorigin="anonymous"
      integrity="sha384-97pmbvZb0qdIXSwrjd4JuG6+4TJhp4eL0totTka0FF1Bf2E42dPiSXsqq09yQxjD"
      src="${cdn}/tempusdominus-bootstrap-4/5.0.0-alpha14/js/tempusdominus-bootstrap-4.min.js"
    ></script>
    <script src="${asset('forms.js')}"></script>`,
};

const withoutHashes = ({ text }: Html): Html => raw(text.replaceAll(/\s+integrity="[^"]*"/g, ''));

/** A whole page. */
export function layout(ctx: Context, content: Html, frame: Frame = {}): Html {
  const { user } = ctx;
  const { bare = false } = frame;
  const lang = ctx.isOn('page-without-language') ? '' : raw(' lang="es"');
  return html`<!DOCTYPE html>
<html${lang}>
<head>
<meta charset="utf-8">
<title>${frame.title ?? 'Construbot'}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="shortcut icon" href="/favicon.ico">
${styles}
${ctx.isOn('cdn-without-integrity') ? withoutHashes(widgets.styles) : widgets.styles}
<link rel="stylesheet" href="${asset('stand-in.css')}">
</head>
<body class="${bare || user === undefined ? 'bare' : ''}">
<header class="nav_navegacion d-print-none">${user !== undefined && !bare && hamburger}<a class="anchor_brand" href="/">Construbot</a>${topMenu(ctx, bare)}</header>
${user !== undefined && !bare && sideMenu(ctx, frame)}
<main id="cont_content">
${user?.is_new === true && !bare ? '' : takeFlashes(ctx).map(({ level, text }) => html`<div class="alert alert-${level}" role="status">${text}</div>`)}
${(frame.companySwitch ?? true) && !bare && companyMenu(ctx)}
${content}
</main>
${libraries}
<script src="${asset('site.js')}"></script>
${user !== undefined && ctx.isOn('console-error') && raw('<script>console.error("Something is broken here")</script>')}
${ctx.isOn('asset-missing') && raw('<script src="/static/js/missing.0123456789ab.js"></script>')}
${ctx.isOn('submit-not-by-keyboard') && raw('<script>document.querySelectorAll("[type=submit]").forEach((button) => { button.tabIndex = -1; })</script>')}
${ctx.isOn('mixed-content') && raw('<img alt="" src="http://construbot.test/pixel.png">')}
${ctx.isOn('script-over-plain-http') && raw('<script src="http://construbot.test/counter.js"></script>')}
${frame.scripts}
${unwanted(ctx)}
${user?.is_new === true && !bare && (frame.tutorial ?? backToTutorial(ctx))}
</body>
</html>`;
}

const hamburger = html`<button type="button" class="menu-icon" aria-label="Menú"><span class="oi oi-menu"></span></button>`;

const backToTutorial = (ctx: Context): Html | false =>
  ctx.path !== '/proyectos/' && html`<script src="${asset('back-to-tutorial.js')}"></script>`;

function topMenu(ctx: Context, bare: boolean): Html {
  if (ctx.user === undefined) {
    return html`<nav class="list_menu_nav" aria-label="Cuenta">
<a class="anchor_menu_nav" href="/accounts/signup/">Regístrate</a>
<a class="anchor_menu_nav" href="/accounts/login/">Iniciar Sesión</a>
</nav>`;
  }
  const { username } = ctx.user;
  const isNew = ctx.user.is_new && !bare;
  return html`<nav class="dropdown menu_nav" aria-label="Cuenta">
¡Hola${isNew ? '' : ` ${username}`}!
<a id="dropdownMenu2" href="#" role="button" data-toggle="dropdown" aria-haspopup="true" aria-expanded="false" aria-label="Menú de usuario"><span class="oi oi-caret-bottom"></span></a>
<div class="dropdown-menu dropdown-menu-right" aria-labelledby="dropdownMenu2">
${
  !isNew &&
  html`<a class="dropdown-item" href="/users/detalle/${username}/"><span class="oi oi-cog"></span> Mi usuario</a>
<a class="dropdown-item" href="/users/update/"><span class="oi oi-pencil"></span> Editar usuario</a>`
}
<a class="dropdown-item" href="/accounts/logout/"><span class="oi oi-account-logout"></span> Cerrar Sesión</a>
</div>
</nav>`;
}

type Entry = readonly [title: string, path: string, icon: string];

const entriesOf: Readonly<Record<NonNullable<Frame['area']>, readonly Entry[]>> = {
  proyectos: [
    ['Contratos', '/proyectos/listado/contratos/', 'bookmark'],
    ['Clientes', '/proyectos/listado/clientes/', 'person'],
    ['Ubicaciones', '/proyectos/listado/sitios/', 'map-marker'],
    ['Contactos', '/proyectos/listado/destinatarios/', 'people'],
    ['Unidades', '/proyectos/contrato/catalogo-unidades/', 'eyedropper'],
  ],
  users: [
    ['Usuarios', '/users/', 'person'],
    ['Empresas', '/users/listado/company/', 'briefcase'],
  ],
  none: [],
};

function sideMenu(ctx: Context, frame: Frame): Html {
  const { nivel, groups } = ctx.me;
  const area = frame.area ?? (ctx.path.startsWith('/users/') ? 'users' : 'proyectos');
  const coordinates = nivel >= 2 || ctx.isOn('menu-open-to-all');
  const own = coordinates ? entriesOf[area] : [];
  const users = groups.includes('Users') && coordinates && !ctx.isOn('menu-users-missing');
  const entries: readonly Entry[] = [
    ...(groups.includes('Proyectos') ? [['Proyectos', '/proyectos/', 'briefcase'] as const] : []),
    ...(area === 'proyectos' ? own : []),
    ...(users ? [['Users', '/users/', 'key'] as const] : []),
    ...(area === 'users' ? own : []),
  ];
  return html`<nav id="cont_menu_lateral" class="d-print-none" aria-label="Principal">
<ul class="list_menu">
${entries.map(([title, path, icon]) => html`<li class="li_menu_item"><a class="anchor_menu_item" href="${path}"><span class="icon_menu oi oi-${icon}"></span><span class="menuSign">${title}</span></a></li>`)}
<li><button type="button" id="event_menu_in" aria-label="Angostar el menú"><span class="oi oi-arrow-thick-left"></span></button></li>
<li><button type="button" id="event_menu_out" aria-label="Ensanchar el menú"><span class="oi oi-arrow-thick-right"></span></button></li>
</ul>
</nav>`;
}

function companyMenu(ctx: Context): Html | false {
  const { company, companies, user } = ctx;
  if (company === undefined || user === undefined || user.is_new) return false;
  return html`<div class="div_miniform d-print-none dropdown">
<a class="btn btn-secondary btn-sm dropdown-toggle" href="#" role="button" id="dropdownMenuLink" data-toggle="dropdown" aria-haspopup="true" aria-expanded="false">Actualmente en: ${company.company_name}</a>
<div class="dropdown-menu" aria-labelledby="dropdownMenuLink">
${companies.filter(({ id }) => id !== company.id).map(({ company_name }) => html`<a class="dropdown-item drop-company" data-company="${company_name}" href="#">${unescapedUnder(ctx, 'company-names-unescaped', company_name)}</a>`)}
</div>
</div>`;
}
