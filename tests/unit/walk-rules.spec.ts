import { expect, test } from '@playwright/test';
import type { Seen } from '../../security/walk/crawl.ts';
import { deadLinks } from '../../security/walk/dead-links.ts';
import { debugTraces } from '../../security/walk/debug-traces.ts';
import { told } from '../../security/walk/findings.ts';
import { unpinnedFiles } from '../../security/walk/foreign-files.ts';
import { knownHoles } from '../../security/walk/known-holes.ts';
import { leftBehind } from '../../security/walk/left-behind.ts';
import { passwordInAddress, withoutToken } from '../../security/walk/loose-forms.ts';
import { overPlainHttp } from '../../security/walk/plain-http.ts';
import { readPage, readSourceMap, readStyle } from '../../security/walk/read-page.ts';
import { routeOf } from '../../security/walk/route.ts';
import { secretsIn } from '../../security/walk/secrets.ts';
import { toldVersions } from '../../security/walk/told-versions.ts';

const address = new URL('https://obra.example/proyectos/');

/** A page as the walk would have seen it. */
const page = (body: string, more: Partial<Seen> = {}): Seen => ({
  ...readPage(body, address),
  route: '/proyectos/',
  address,
  kind: 'link',
  foundOn: '/',
  status: 200,
  type: 'text/html',
  headers: {},
  body,
  ...more,
});

for (const [path, route] of [
  ['/proyectos/contrato/detalle/41/', '/proyectos/contrato/detalle/<n>/'],
  ['/users/detalle/juan/', '/users/detalle/<name>/'],
  ['/users/detalle/company/3/', '/users/detalle/company/<n>/'],
  ['/users/listado/company/', '/users/listado/company/'],
  ['/proyectos/listado/sitios/?page=2', '/proyectos/listado/sitios/?page'],
  ['/media/7-Norte/Obra%20Uno/Contratos/2026-a.pdf', '/media/<file>.pdf'],
  ['/static/js/site.0123456789ab.js', '/static/js/site.0123456789ab.js'],
  ['/api/v1/customer/list/', '/api/v1/customer/list/'],
] as const) {
  test(`the route of ${path} is ${route}`, () => {
    expect(routeOf(new URL(path, address))).toBe(route);
  });
}

const rows: {
  what: string;
  rule: (one: Seen) => readonly string[];
  found: readonly Seen[];
  lookAlikes: readonly Seen[];
}[] = [
  {
    what: 'plain HTTP',
    rule: overPlainHttp,
    found: [
      page('<img src="http://obra.example/a.png">'),
      page('<iframe src="http://a.example/"></iframe>'),
      page('<style>body { background: url(http://a.example/b.png) }</style>'),
      page('<form action="http://obra.example/"></form>'),
    ],
    lookAlikes: [
      page('<a href="http://a.example/">a link leads where it will</a>'),
      page('<p>http://a.example/a.png</p><img src="//a.example/a.png">'),
      page('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      page('<style>/* url(http://a.example/b.png) */</style>'),
    ],
  },
  {
    what: 'foreign files',
    rule: (one) => unpinnedFiles(one, ['cdn.obra.example']),
    found: [
      page('<script src="https://a.example/b-1.2.3.js" crossorigin></script>'),
      page('<script src="https://a.example/b-1.2.3.js" integrity="sha384-x"></script>'),
      page('<script src="https://a.example/b.js" integrity="sha384-x" crossorigin></script>'),
      page('<link rel="stylesheet" href="https://a.example/b-1.2.3.css" crossorigin>'),
    ],
    lookAlikes: [
      page('<script src="/b.js"></script><script src="https://cdn.obra.example/b.js"></script>'),
      page('<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Open+Sans">'),
      page('<link rel="preconnect" href="https://a.example"><img src="https://a.example/b.png">'),
      page('<script src="https://a.example/b-1.2.3.js" integrity="sha384-x" crossorigin></script>'),
    ],
  },
  {
    what: 'libraries with holes',
    rule: knownHoles,
    found: [
      page('<script src="https://code.jquery.com/jquery-3.4.1.min.js"></script>'),
      page('<script src="https://a.example/ajax/libs/jquery/1.12.4/jquery.min.js"></script>'),
      page('<script src="https://a.example/npm/bootstrap@4.0.0/dist/js/bootstrap.js"></script>'),
      page('<script src="/static/jqueryui/1.12.1/jquery-ui.min.js"></script>'),
      page('/*!\n * jQuery JavaScript Library v2.2.4', { kind: 'script' }),
    ],
    lookAlikes: [
      page('<script src="https://code.jquery.com/jquery-3.5.1.min.js"></script>'),
      page('<script src="https://a.example/npm/jquery@3.10.0/dist/jquery.js"></script>'),
      page('<script src="https://a.example/npm/bootstrap@4.6.0/dist/js/bootstrap.js"></script>'),
      page('<script src="/static/jquery-form-1.2.3.js"></script>'),
      page('<script src="/static/tempusdominus-bootstrap-4/3.0.1/all.js"></script>'),
      page('/*! Carousel, needs jQuery v1.7.0 or later */', { kind: 'script' }),
      page('<p>jQuery v1.7.0</p>'),
    ],
  },
  {
    what: 'debugging',
    rule: debugTraces,
    found: [
      page("<p>You're seeing this error because you have DEBUG = True</p>", { status: 404 }),
      page('Traceback (most recent call last):', { status: 500, type: 'text/plain' }),
      page('<div id="djDebug"></div>'),
      page('<pre class="exception_value">No such thing</pre>'),
    ],
    lookAlikes: [
      page("<p>DEBUG = True; You're seeing this error; Traceback (most recent call last)</p>"),
      page('<p>Never deploy with DEBUG = True</p>', { status: 404 }),
      page('&lt;div id="djDebug"&gt;'),
    ],
  },
  {
    what: 'versions',
    rule: toldVersions,
    found: [
      page('', { headers: { server: 'nginx/1.18.0 (Ubuntu)' } }),
      page('', { headers: { server: 'Apache/2.4' } }),
      page('', { headers: { 'x-powered-by': 'Express' } }),
    ],
    lookAlikes: [
      page('', { headers: { server: 'nginx' } }),
      page('', { headers: { server: 'AmazonS3', via: '1.1 cloudfront' } }),
    ],
  },
  {
    what: 'secrets',
    rule: secretsIn,
    found: [
      page(`SECRET_KEY = '${'x7!'.repeat(10)}'`),
      page(`&quot;SECRET_KEY&quot;: &quot;${'x7'.repeat(20)}&quot;`),
      page(`django-insecure-${'x7'.repeat(20)}`),
      page('postgres://django:clave-larga@db:5432/construbot'),
      page(`key-${'0a'.repeat(16)}`),
      page(`AKIAQAACCEPTANCE2345`),
      page(`-----BEGIN RSA PRIVATE KEY-----\n${'M'.repeat(64)}`),
    ],
    lookAlikes: [
      page('SECRET_KEY must be set. -----BEGIN PRIVATE KEY----- opens a key'),
      page('AKIAIOSFODNN7EXAMPLE'),
      page(`https://s3.example/a?AWSAccessKeyId=AKIAQAACCEPTANCE2345&amp;Expires=1`),
      page(`https://s3.example/a?X-Amz-Credential=AKIAQAACCEPTANCE2345%2F20260101`),
      page('postgres://db:5432/construbot and redis://redis:6379/0'),
      page(`sha384-${'0a'.repeat(16)} data-key-1`),
    ],
  },
  {
    what: 'notes of builders',
    rule: leftBehind,
    found: [
      page('<!-- TODO: archive -->'),
      page('<!-- FIXME(ana) -->'),
      page('<!-- contraseña: Pared-2019 -->'),
      page('{}', { kind: 'source map', type: 'application/json' }),
    ],
    lookAlikes: [
      page('<!-- TODO EL CONTENIDO -->'),
      page('<!-- password field -->'),
      page('<!--[if lt IE 9]> TODO: <![endif]-->'),
      page('<p>&lt;!-- TODO: password: x --&gt;</p>'),
      page('', { kind: 'source map', status: 404 }),
    ],
  },
  {
    what: 'forms without a token',
    rule: withoutToken,
    found: [
      page('<form method="POST"><input name="q"></form>'),
      page('<form method="post"><input name="csrfmiddlewaretoken" value=""></form>'),
    ],
    lookAlikes: [
      page('<form><input name="q"></form>'),
      page('<form method="post" action="https://a.example/"><input name="q"></form>'),
      page('<form method="post"><input name="csrfmiddlewaretoken" value="x"></form>'),
    ],
  },
  {
    what: 'passwords in addresses',
    rule: passwordInAddress,
    found: [page('<form><input type="password" name="p"></form>')],
    lookAlikes: [
      page('<form method="post"><input type="password" name="p"></form>'),
      page('<form><input name="password"></form>'),
    ],
  },
  {
    what: 'dead links',
    rule: (one) => deadLinks([one]),
    found: [page('', { status: 404 }), page('', { status: 500, kind: 'data' })],
    lookAlikes: [
      page('', { status: 403 }),
      page('', { status: 404, kind: 'start' }),
      page('', {
        status: 404,
        kind: 'data',
        address: new URL('/proyectos/x-autocomplete/', address),
      }),
      page('', { status: 404, kind: 'source map' }),
    ],
  },
];

for (const { what, rule, found, lookAlikes } of rows) {
  test(`each of the ${what} is found, and nothing that looks like it`, () => {
    for (const one of found) expect.soft(rule(one), one.body).not.toEqual([]);
    for (const one of lookAlikes) expect.soft(rule(one), one.body).toEqual([]);
  });
}

test('a page names what it links, loads and asks for on demand', () => {
  const { references } = readPage(
    `<a href="b/">b</a><a href="#c">c</a><a href="mailto:a@b.mx">a</a>
     <select data-autocomplete-light-url="/proyectos/cliente-autocomplete/" data-mask="/^x$/"></select>
     <object data=""></object>`,
    address,
  );
  expect(references.map(({ kind, address: { href } }) => `${kind} ${href}`)).toEqual([
    'link https://obra.example/proyectos/b/',
    'data https://obra.example/proyectos/cliente-autocomplete/',
  ]);
});

test('a style names what it imports and draws', () => {
  const found = readStyle(
    `@import "a.css"; @import url(c.css); q::before { content: "/d"; } i { background: url('b.png') } /* url(c.png) */`,
    address,
  );
  expect(found.map(({ kind, address: { pathname } }) => `${kind} ${pathname}`)).toEqual([
    'style /proyectos/a.css',
    'style /proyectos/c.css',
    'image /proyectos/b.png',
  ]);
});

test('a source map is named in the last line or in a header', () => {
  const base = new URL('https://obra.example/static/site.js');
  const paths = [
    readSourceMap('x\n//# sourceMappingURL=site.js.map', {}, base),
    readSourceMap('x\n/*# sourceMappingURL=site.js.map */', {}, base),
    readSourceMap('x', { sourcemap: 'site.js.map' }, base),
    readSourceMap('x', {}, base),
  ];
  expect(paths.map((one) => one.map(({ address: { pathname } }) => pathname))).toEqual([
    ['/static/site.js.map'],
    ['/static/site.js.map'],
    ['/static/site.js.map'],
    [],
  ]);
});

test('what is wrong on many pages is told once', () => {
  const places = ['/a/', '/b/', '/c/', '/d/', '/e/'];
  expect(told(places.map((where) => ['no hash', where]))).toEqual([
    'no hash (on /a/, /b/, /c/ and 2 more)',
  ]);
});
