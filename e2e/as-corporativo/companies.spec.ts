import { changePath } from '../../fixtures/accounts/companies.ts';
import { ownCompany } from '../../fixtures/accounts/own-company.ts';
import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { allPages } from '../../fixtures/http/all-pages.ts';
import type { Fields } from '../../fixtures/http/session.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

// To make a company is to be taken into it: the slot's own corporativo must stay where they are.
test.use({ role: 'anonymous' });

test(
  'a corporativo makes a company - the header says it, the list has it, and one can go back',
  write('@AT-10'),
  async ({ ui, page, context, as, newcomers, make, plannedCompany, workspace }) => {
    const { state } = await newcomers.settle('corporativo');
    await context.addCookies(state.cookies);
    const maker = workspace.session();
    await maker.restore(state);
    const name = make.compania();
    const home = await workspace.company();

    await ui.companyForm.goto();
    await ui.companyForm.fill(name, `${name}, S.A. de C.V.`);
    plannedCompany(name, maker);
    await ui.companyForm.save();
    await expect(page).toHaveURL('/proyectos/');
    await expect(ui.shell.companyToggle).toHaveText(`Actualmente en: ${name}`);

    await ui.companyList.goto();
    await expect(ui.companyList.card(name).title).toBeVisible();

    await ui.dashboard.goto();
    await ui.shell.changeCompany(home.name);
    await expect(ui.shell.companyToggle).toHaveText(`Actualmente en: ${home.name}`);
    await ui.shell.changeCompany(name);
    await expect(ui.shell.companyToggle).toHaveText(`Actualmente en: ${name}`);
    // Kept on the server, not only in this page.
    const elsewhere = await as('anonymous');
    await elsewhere.restore(state);
    expect((await elsewhere.get('/proyectos/')).body).toContain(`Actualmente en: ${name}`);
  },
);

test(
  'the dashboard and the lists of a company show nothing of another one',
  write('@AT-10', '@AT-11', '@AT-12'),
  async ({ ui, context, acting, construbot, newcomers, make, plannedCompany, workspace }) => {
    const { contrato, cliente } = await arrangeObra(construbot, make);
    const { state } = await newcomers.settle('corporativo');
    await context.addCookies(state.cookies);
    const maker = workspace.session();
    await maker.restore(state);
    await ui.dashboard.goto();
    await expect(ui.dashboard.contratos.root).toContainText(contrato.nombreCorto);

    const name = make.compania();
    await ui.companyForm.goto();
    await ui.companyForm.fill(name, name);
    plannedCompany(name, maker);
    await ui.companyForm.save();
    await expect(ui.dashboard.contratos.root).toContainText('¡No hay contratos vigentes!');
    await expect(ui.dashboard.contratos.root).not.toContainText(contrato.nombreCorto);
    const clients = await allPages(
      await workspace.sessionOf({ state }, acting),
      ui.contraparteList.path,
    );
    expect(clients.join('')).not.toContain(cliente.nombre);
  },
);

test(
  'a corporativo renames a company - header and list say the new name',
  write('@AT-10'),
  async ({ ui, context, newcomers, make, plannedCompany, workspace }) => {
    const { state } = await newcomers.settle('corporativo');
    await context.addCookies(state.cookies);
    const maker = workspace.session();
    await maker.restore(state);
    const [before, after] = [make.compania(), make.compania()];
    await ui.companyForm.goto();
    await ui.companyForm.fill(before, before);
    plannedCompany(before, maker);
    plannedCompany(after, maker);
    await ui.companyForm.save();

    await ui.companyList.goto();
    await ui.companyList.card(before).editLink.click();
    await expect(ui.companyForm.name).toHaveValue(before);
    await ui.companyForm.fill(after, `${after}, S.A. de C.V.`);
    await ui.companyForm.save();
    await expect(ui.shell.companyToggle).toHaveText(`Actualmente en: ${after}`);
    await ui.companyList.goto();
    await expect(ui.companyList.card(after).title).toBeVisible();
    await expect(ui.companyList.card(before).root).toHaveCount(0);
  },
);

test(
  'a corporativo deletes a company - it is gone from list and menu',
  write('@AT-10'),
  async ({ ui, context, newcomers, make, plannedCompany, workspace }) => {
    const { state } = await newcomers.settle('corporativo');
    await context.addCookies(state.cookies);
    const maker = workspace.session();
    await maker.restore(state);
    const name = make.compania();
    const home = await workspace.company();
    await ui.companyForm.goto();
    await ui.companyForm.fill(name, name);
    plannedCompany(name, maker);
    await ui.companyForm.save();
    await ui.shell.changeCompany(home.name);

    await ui.companyList.goto();
    await ui.companyList.remove(name);
    await expect(ui.companyList.card(home.name).title).toBeVisible();
    await expect(ui.companyList.card(name).root).toHaveCount(0);
    await ui.dashboard.goto();
    await ui.shell.openCompanyMenu();
    await expect(ui.shell.company(name)).toHaveCount(0);
  },
);

test(
  'a company of another customer cannot be entered, edited or deleted, and is still there',
  write('@AT-10'),
  async ({ as, personOf, workspace }) => {
    const outsider = await workspace.sessionOf(await personOf('otherTenant'));
    const { id, name } = await ownCompany(outsider);
    const corporativo = await as('corporativo');
    const csrfmiddlewaretoken = await corporativo.csrfToken();
    const home = await workspace.company();

    await corporativo.get(changePath(home.name));
    await corporativo.get(changePath(name), 404);
    await corporativo.get(changePath('Ninguna con este nombre'), 404);
    await corporativo.get(`/users/detalle/company/${home.id}/`, 302);
    await corporativo.get(`/users/detalle/company/${id}/`, 404);
    await corporativo.get(`/users/company-update/${id}/`, 404);
    await corporativo.get(`/users/eliminar/Company/${id}/`, 404);
    const forms: readonly { path: string; fields: Fields }[] = [
      { path: `/users/company-update/${id}/`, fields: { company_name: 'Tomada', full_name: 'T' } },
      { path: `/users/eliminar/Company/${id}/`, fields: {} },
    ];
    for (const { path, fields } of forms) {
      const answer = await corporativo.request(path, {
        fields: { ...fields, csrfmiddlewaretoken },
      });
      expect(answer.status, path).toBe(404);
    }
    expect((await corporativo.get('/proyectos/')).body).toContain(`Actualmente en: ${home.name}`);
    await outsider.get(`/users/company-update/${id}/`);
    expect((await outsider.get('/users/listado/company/')).body).toContain(name);
  },
);
