import { all, post, type Post } from '../fixtures/access/posts.ts';
import { companyId } from '../fixtures/accounts/companies.ts';
import { ownCompany } from '../fixtures/accounts/own-company.ts';
import { newPassword } from '../fixtures/accounts/password.ts';
import { levelOf } from '../fixtures/accounts/role.ts';
import { userId } from '../fixtures/accounts/users.ts';
import type { Fields, Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const mend =
  'give the field a queryset of the own customer in the form, whatever the page offers to choose from';

const refusal = /Seleccione una opción válida|Campo oculto customer/;

/** The id of an access level, which the search tells to those who have it. */
async function idOfLevel(session: Session, level: number): Promise<string> {
  const { body } = await session.get('/proyectos/nivelacceso-autocomplete/?q=');
  const { results } = JSON.parse(body) as { results: { id: string; text: string }[] };
  const found = results.find(({ text }) => text.endsWith(`Nivel:${level}`));
  if (found === undefined) throw new Error(`No level ${level} is offered`);
  return found.id;
}

test(
  'a director cannot let a colleague into a company of another customer',
  write('@AT-01'),
  async ({ as, newcomers, personOf, workspace }) => {
    const { username } = await newcomers.create();
    const own = await workspace.company();
    const foreign = await ownCompany(await workspace.sessionOf(await personOf('otherTenant')));
    const director = await as('director');
    const path = `/users/update/${username}/`;
    const send = (...ids: number[]): Promise<unknown> =>
      director.submit(path, { company: ids.map(String) }, { form: ['company'] });
    await expect(
      send(own.id, foreign.id),
      `a user of ours in ${foreign.name}; ${mend}`,
    ).rejects.toThrow(refusal);
    const { body } = await director.get(`/users/detalle/${username}/`);
    expect(body).toContain(own.name);
    expect(body).not.toContain(foreign.name);
    await send(own.id);
  },
);

test(
  'a director cannot raise a colleague above the own level by what is sent',
  write('@AT-01'),
  async ({ as, newcomers }) => {
    const { username } = await newcomers.create();
    const corporativo = await as('corporativo');
    const director = await as('director');
    const raise = async (level: number): Promise<unknown> =>
      director.submit(
        `/users/update/${username}/`,
        { nivel_acceso: await idOfLevel(corporativo, level) },
        { form: ['nivel_acceso'] },
      );
    const page = `/users/detalle/${username}/`;
    await expect(
      raise(levelOf.corporativo),
      'a level above one’s own; limit the choices of nivel_acceso to the level of who asks',
    ).rejects.toThrow(refusal);
    expect((await director.get(page)).body).toContain('Auxiliar');
    await raise(levelOf.director);
    expect((await director.get(page)).body).toContain('Director');
  },
);

const newUsers = [
  {
    what: 'in a company of another customer',
    change: ({ company }: { company: string }): Fields => ({ company: [company] }),
  },
  {
    what: 'for another customer',
    change: ({ customer }: { customer: string }): Fields => ({ customer }),
  },
] as const;

for (const { what, change } of newUsers) {
  test(
    `a corporativo cannot make a user ${what}`,
    write('@AT-01'),
    async ({ as, make, planned, personOf, workspace, journal, neighbour }) => {
      const outsider = await workspace.sessionOf(await personOf('otherTenant'));
      const theirs = await outsider.formOf('/users/nuevo/company/');
      const foreign = {
        company: String((await ownCompany(outsider)).id),
        customer: theirs.get('customer')?.[0] ?? '',
      };
      const corporativo = await as('corporativo');
      const form = await corporativo.formOf('/users/nuevo/company/');
      const { usuario: username } = make.persona();
      const password = newPassword();
      const own = await workspace.company();
      planned('usuario', username);
      journal.planned('usuario', username, neighbour.company);
      const send = (changes: Fields): Promise<{ status: number; body: string }> =>
        corporativo.request('/users/new/', {
          fields: {
            csrfmiddlewaretoken: form.get('csrfmiddlewaretoken') ?? [],
            customer: form.get('customer') ?? [],
            company: [String(own.id)],
            username,
            email: `${username}@construbot.test`,
            nivel_acceso: String(levelOf.auxiliar),
            password1: password,
            password2: password,
            ...changes,
          },
        });
      const answer = await send(change(foreign));
      const said = `a user ${what}; ${mend}`;
      expect(answer.status, said).toBe(200);
      expect(answer.body, said).toMatch(refusal);
      const lists = [await workspace.sessionOf(await workspace.arranger()), outsider];
      for (const list of lists) expect(await userId(list, username), said).toBeUndefined();
      expect((await send({})).status).toBe(302);
    },
  );
}

test(
  'a corporativo can neither make a company for another customer nor give the own one away',
  write('@AT-10'),
  async ({ as, make, plannedCompany, personOf, workspace }) => {
    const outsider = await workspace.sessionOf(await personOf('otherTenant'));
    const customer = (await outsider.formOf('/users/nuevo/company/')).get('customer')?.[0] ?? '';
    const corporativo = await as('corporativo');
    const name = make.compania();
    const maker = await workspace.sessionOf(await personOf('corporativo'));
    plannedCompany(name, maker, outsider);
    const create = (changes: Fields): Promise<unknown> =>
      corporativo.submit(
        '/users/nuevo/company/',
        { company_name: name, full_name: name, ...changes },
        { form: ['company_name'] },
      );
    await expect(create({ customer }), `a company for another customer; ${mend}`).rejects.toThrow(
      refusal,
    );
    expect(await companyId(corporativo, name)).toBeUndefined();
    await create({});
    const id = await companyId(corporativo, name);
    const give = (changes: Fields): Promise<unknown> =>
      corporativo.submit(`/users/company-update/${id}/`, changes, { form: ['company_name'] });
    await expect(give({ customer }), `a company given away; ${mend}`).rejects.toThrow(refusal);
    await give({});
  },
);

/** Fields of a user that no form of Construbot shows to anybody but staff. */
const extra = {
  is_staff: 'on',
  is_superuser: 'on',
  is_active: 'on',
  groups: ['1', '2', '3'],
  user_permissions: ['1'],
} as const;

const kept =
  'name the fields of the form one by one (never fields = "__all__"), and save none of request.POST';

test(
  'an auxiliar who adds level, staff and customer to the own form is no more than before',
  write('@AT-01', '@AT-02'),
  async ({ as, newcomers, personOf, workspace }) => {
    const user = await newcomers.settle('auxiliar');
    const outsider = await workspace.sessionOf(await personOf('otherTenant'));
    const customer = (await outsider.formOf('/users/nuevo/company/')).get('customer')?.[0] ?? '';
    const foreign = await ownCompany(outsider);
    const session = await as('anonymous');
    await session.restore(user.state);
    const corporativo = await as('corporativo');
    await session.submit(
      '/users/update/',
      {
        ...extra,
        first_name: 'Begoña',
        nivel_acceso: await idOfLevel(corporativo, levelOf.corporativo),
        company: [String(foreign.id)],
        customer,
      },
      { form: ['first_name'] },
    );
    const { body } = await session.get('/users/detalle/');
    // What the form does show is kept.
    expect(body).toContain('Begoña');
    expect.soft(body, `level after the own form; ${kept}`).toContain('Auxiliar');
    expect.soft(body, `companies after the own form; ${kept}`).not.toContain(foreign.name);
    expect((await session.request('/users/')).status, `users area; ${kept}`).toBe(403);
    expect((await session.request('/admin/')).status, `administration; ${kept}`).toBe(302);
  },
);

test(
  'a director who adds staff to the form of a colleague makes no staff',
  write('@AT-01', '@AT-02'),
  async ({ as, newcomers }) => {
    const user = await newcomers.settle('auxiliar');
    const director = await as('director');
    const path = `/users/update/${user.username}/`;
    await director.submit(path, { ...extra, puesto: 'Jefa' }, { form: ['puesto'] });
    expect((await director.formOf(path)).get('puesto')).toEqual(['Jefa']);
    const session = await as('anonymous');
    await session.restore(user.state);
    const closed: Post[] = [{ path: '/users/new/' }];
    expect((await session.request('/admin/')).status, `administration; ${kept}`).toBe(302);
    expect(await post(session, closed), `users area; ${kept}`).toEqual(all(closed, 403));
  },
);
