import {
  open,
  opened,
  pages,
  statuses,
  type PageName,
  type Rights,
} from '../fixtures/access/pages.ts';
import { arrangePlace, nowhere } from '../fixtures/access/place.ts';
import { all, post } from '../fixtures/access/posts.ts';
import { takeGroupsAway } from '../fixtures/accounts/administration.ts';
import { expect, test } from '../fixtures/index.ts';

const others = [
  '/proyectos/',
  '/proyectos/listado/contratos/',
  '/proyectos/contrato/nuevo/',
  '/proyectos/cliente/nuevo/',
  '/users/',
];

const remedy = 'Remedy: every view asks for its group beside the level';

const refusedOn = Object.fromEntries(
  (Object.keys(pages) as PageName[]).map((name) => [name, { assigned: 403 }]),
) satisfies Rights;

test(
  'a director whom staff have taken the groups from stays signed in, and is shown and may do nothing',
  { tag: ['@AT-02', '@AT-11', '@AT-12', '@AT-13', '@AT-14', '@write'] },
  async ({ as, construbot, make, newcomers, staff }) => {
    const ours = await arrangePlace(construbot, make);
    const scopes = { assigned: ours, unassigned: nowhere, foreign: nowhere, unknown: nowhere };
    const { email, state } = await newcomers.settle('director');
    const session = await as('anonymous');
    await session.restore(state);
    const shown = opened(refusedOn, 'assigned');
    expect(await open(session, shown, scopes), 'with the groups').toEqual(shown);
    expect(Object.values(await statuses(session, others)), 'with the groups').toEqual(
      others.map(() => 200),
    );

    await takeGroupsAway(staff, await construbot.usuarios.idOf(email));

    expect((await session.request('/accounts/logout/')).status, 'still signed in').toBe(200);
    expect(await open(session, refusedOn, scopes), remedy).toEqual(refusedOn);
    expect(Object.values(await statuses(session, others)), remedy).toEqual(others.map(() => 403));
    const deletion = [{ path: `/proyectos/eliminar/Estimate/${ours.estimacion}/` }];
    expect(await post(session, deletion), remedy).toEqual(all(deletion, 403));
    const corporativo = await as('corporativo');
    await corporativo.get(`/proyectos/estimacion/detalle/${ours.estimacion}/`);
    // One who has the groups deletes with the very same form.
    expect(await post(corporativo, deletion)).toEqual(all(deletion, 200));
  },
);
