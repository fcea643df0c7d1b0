import { arrangePlace } from '../fixtures/access/place.ts';
import { tokensOf } from '../fixtures/http/api.ts';
import { ownFiles } from '../fixtures/http/own-files.ts';
import { expect, test } from '../fixtures/index.ts';
import { asTable, sentAlong, tryVerbs, uselessVerbs, type Tried } from './refused-verbs.ts';

const attack = { tag: ['@ST-02', '@attack'] };

const remedy =
  'http_method_names of the view names the verbs that it has, CsrfViewMiddleware stays in MIDDLEWARE, and the web server passes on or serves only what it knows (nginx: limit_except, no dav_methods, no TRACE)';

const faultsOf = (tried: readonly Tried[]): string[] => tried.flatMap(({ faults }) => faults);

test(
  'verbs that no page has change nothing with the cookies of a director, and are refused',
  { tag: ['@AT-11', '@ST-02', '@attack'] },
  async ({ as, raw, personOf, construbot, make, planned, workspace }, testInfo) => {
    const { state } = await personOf('director');
    const { contraparte } = await arrangePlace(construbot, make);
    const edition = `/proyectos/editar/cliente/${contraparte}/`;
    const keeper = await workspace.sessionOf(await workspace.arranger());
    const look = async (): Promise<unknown> => (await keeper.formOf(edition)).get('cliente_name');
    const before = await look();
    const paths = [
      '/proyectos/',
      '/proyectos/listado/clientes/',
      `/proyectos/cliente/detalle/${contraparte}/`,
      edition,
      `/proyectos/eliminar/Contraparte/${contraparte}/`,
    ];

    const body = 'cliente_name=Cambiado&tipo=CLIENTE';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const tried = await tryVerbs(raw, uselessVerbs, paths, { signedIn: state, headers, body });
    await testInfo.attach('verbs', { body: asTable(tried), contentType: 'text/plain' });
    expect(faultsOf(tried), `Remedy: ${remedy}`).toEqual([]);
    expect(await look(), 'the client is as it was').toEqual(before);

    const name = `Otro nombre ${make.unico()}`;
    planned('contraparte', name);
    await (await as('director')).submit(edition, { cliente_name: name });
    expect(await look(), 'the page itself may change it').not.toEqual(before);
  },
);

test(
  'verbs that no page of accounts has are refused to a stranger',
  attack,
  async ({ raw }, testInfo) => {
    const paths = ['/accounts/login/', '/accounts/signup/', '/accounts/password/reset/'];
    for (const path of paths) expect((await raw(path)).status, path).toBe(200);
    const tried = await tryVerbs(raw, uselessVerbs, paths);
    await testInfo.attach('verbs', { body: asTable(tried), contentType: 'text/plain' });
    expect(faultsOf(tried), `Remedy: ${remedy}`).toEqual([]);
  },
);

test(
  'the API refuses TRACE, TRACK and PROPFIND to the token of an auxiliar, and gives nothing back',
  attack,
  async ({ as, raw, personOf }, testInfo) => {
    const { access } = await tokensOf(await as('anonymous'), await personOf('auxiliar'));
    const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
    const paths = ['users/unique', 'change-usr-pwd', 'create'].map((name) => `/api/v1/${name}/`);
    const verbs = ['TRACE', 'TRACK', 'PROPFIND'];
    const tried = await tryVerbs(raw, verbs, paths, { headers });
    await testInfo.attach('verbs', { body: asTable(tried), contentType: 'text/plain' });
    expect(faultsOf(tried), `Remedy: ${remedy}`).toEqual([]);
    const post = await raw('/api/v1/users/unique/', { method: 'POST', headers, body: '{}' });
    expect(post.status, 'the very same token is good for POST').toBe(200);
  },
);

test(
  'a static file is read only: other verbs are refused to a stranger and it stays as it is',
  attack,
  async ({ raw }, testInfo) => {
    const [file = ''] = ownFiles((await raw('/accounts/login/')).body);
    const before = await raw(file);
    expect(before.status, file).toBe(200);
    const tried = await tryVerbs(raw, uselessVerbs, [file]);
    await testInfo.attach('verbs', { body: asTable(tried), contentType: 'text/plain' });
    expect(faultsOf(tried), `Remedy: ${remedy}`).toEqual([]);
    expect((await raw(file)).body, file).toBe(before.body);
  },
);

for (const folder of ['/static/', '/media/']) {
  test(`a stranger can put no file into ${folder}`, attack, async ({ raw, make }) => {
    const path = `${folder}qa-${make.unico().replaceAll(' ', '-')}.txt`;
    const text = sentAlong['x-qa-canary'];
    const put = await raw(path, {
      method: 'PUT',
      body: text,
      headers: { 'content-type': 'text/plain' },
    });
    const seen = await raw(path);
    // Where it was taken after all, nothing is left behind.
    await raw(path, { method: 'DELETE' });
    expect(
      [400, 403, 404, 405, 501],
      `PUT ${path} gets ${put.status}. Remedy: ${remedy}`,
    ).toContain(put.status);
    expect([403, 404], `GET ${path}`).toContain(seen.status);
    expect(seen.body).not.toContain(text);
  });
}
