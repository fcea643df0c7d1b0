import { expect, test } from '../../fixtures/index.ts';
import { mapOf, type Walk } from './crawl.ts';
import { deadLinks } from './dead-links.ts';
import { walkOf, walkOfStranger } from './walks.ts';

/** What links lead to, by the least level that they are shown to. */
const parts = {
  stranger: ['/accounts/login/', '/accounts/password/reset/', '/admin/login/'],
  auxiliar: [
    '/proyectos/',
    '/proyectos/contrato/detalle/<n>/',
    '/proyectos/estimacion/detalle/<n>/',
  ],
  coordinador: [
    '/proyectos/listado/contratos/',
    '/proyectos/listado/clientes/',
    '/proyectos/listado/sitios/',
    '/proyectos/listado/destinatarios/',
    '/proyectos/contrato/catalogo-unidades/',
    '/proyectos/contrato/nuevo/',
  ],
  director: ['/users/'],
};

const levels = [
  { role: 'auxiliar', who: 'an auxiliar', theirs: parts.auxiliar },
  { role: 'coordinador', who: 'a coordinador', theirs: [...parts.auxiliar, ...parts.coordinador] },
  {
    role: 'director',
    who: 'a director',
    theirs: [...parts.auxiliar, ...parts.coordinador, ...parts.director],
  },
  {
    role: 'corporativo',
    who: 'a corporativo',
    theirs: [...parts.auxiliar, ...parts.coordinador, ...parts.director],
  },
] as const;

const mend = {
  unreached: 'No link leads there. Remedy: the menu of base.html and the level of the user',
  dead: 'Links to nothing. Remedy: the address in the template, or the error in docker compose logs django',
};

/** The parts that no link led to, or that did not open. */
function unreached({ seen }: Walk, theirs: readonly string[]): string[] {
  const opened = seen.filter(({ status }) => status === 200).map(({ route }) => route);
  // A login page may have been found on the way to another page only.
  return theirs.filter((part) => !opened.some((route) => route.replace(/\?.*$/, '') === part));
}

test(
  'links lead a stranger to every page that is open, and to nothing dead',
  { tag: ['@AT-08', '@observe', '@wide'] },
  async ({ as, acting }, testInfo) => {
    const walk = await walkOfStranger({ as, acting });
    await testInfo.attach('map of a stranger', {
      body: mapOf(walk),
      contentType: 'application/json',
    });
    expect.soft(unreached(walk, parts.stranger), mend.unreached).toEqual([]);
    expect(deadLinks(walk.seen), mend.dead).toEqual([]);
  },
);

for (const { role, who, theirs } of levels) {
  test(
    `links lead ${who} to every part of their level, and to nothing dead`,
    { tag: ['@AT-08', '@write', '@wide'] },
    async ({ as, acting, construbot, make, personOf }, testInfo) => {
      const walk = await walkOf(role, { as, acting, construbot, make, personOf });
      await testInfo.attach(`map of ${who}`, {
        body: mapOf(walk),
        contentType: 'application/json',
      });
      expect.soft(unreached(walk, theirs), mend.unreached).toEqual([]);
      expect(deadLinks(walk.seen), mend.dead).toEqual([]);
    },
  );
}
