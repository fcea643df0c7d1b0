import { statuses } from '../fixtures/access/pages.ts';
import { expect, test } from '../fixtures/index.ts';

const pages = [
  '/proyectos/',
  '/proyectos/listado/contratos/',
  '/proyectos/contrato/nuevo/',
  '/proyectos/cliente/nuevo/',
  '/proyectos/cliente-autocomplete/?q=abc',
  '/users/',
  '/users/listado/company/',
];

test(
  'a director whose only company was deleted stays signed in, and is refused by every page',
  { tag: ['@AT-02', '@AT-10', '@write'] },
  async ({ as, companyless: { person, deleteCompany } }) => {
    const session = await as('anonymous');
    await session.restore(person.state);
    const to = (status: number): Record<string, number> =>
      Object.fromEntries(pages.map((path) => [path, status]));
    expect(await statuses(session, pages), 'with the company').toEqual(to(200));

    await deleteCompany();

    expect((await session.request('/accounts/logout/')).status, 'still signed in').toBe(200);
    expect(
      await statuses(session, pages),
      'Remedy: who has no company is refused with PermissionDenied, not by an AttributeError that nobody catches',
    ).toEqual(to(403));
  },
);
