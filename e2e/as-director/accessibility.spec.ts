import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = { tag: ['@AT-08', '@AT-10', '@write'] };

const lists = [
  { name: 'dashboard', path: '/proyectos/' },
  { name: 'list of contracts', path: '/proyectos/listado/contratos/' },
  { name: 'list of clients', path: '/proyectos/listado/clientes/' },
  { name: 'list of sites', path: '/proyectos/listado/sitios/' },
  { name: 'list of contacts', path: '/proyectos/listado/destinatarios/' },
  { name: 'catalogue of units', path: '/proyectos/contrato/catalogo-unidades/' },
  { name: 'form of a client', path: '/proyectos/cliente/nuevo/' },
  { name: 'form of a site', path: '/proyectos/sitio/nuevo/' },
  { name: 'form of a contact', path: '/proyectos/destinatario/nuevo/' },
  { name: 'form of a contract', path: '/proyectos/contrato/nuevo/' },
  { name: 'list of users', path: '/users/' },
  { name: 'list of companies', path: '/users/listado/company/' },
] as const;

for (const { name, path } of lists) {
  test(
    `the ${name} has no new accessibility violation`,
    write,
    async ({ page, construbot, make, newViolations }) => {
      await arrangeObra(construbot, make);
      await page.goto(path);
      expect(await newViolations(name)).toEqual([]);
    },
  );
}

test(
  'a contract and its estimates have no new accessibility violation',
  write,
  async ({ ui, page, construbot, make, newViolations }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto();
    await construbot.conceptos.add(contrato.id, [concepto]);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: { [concepto.codigo]: { cantidad: '2' } } }),
    );
    const found: string[] = [];
    for (const [state, path] of [
      ['contract', `/proyectos/contrato/detalle/${contrato.id}/`],
      ['concepts', `/proyectos/contrato/catalogo-edit/${contrato.id}/`],
      ['retentions', `/proyectos/contrato/retenciones-edit/${contrato.id}/`],
      ['form of an estimate', `/proyectos/editar/estimacion/${id}/`],
      ['estimate', `/proyectos/estimacion/detalle/${id}/`],
      ['printed estimate', `/proyectos/estimacion/pdf/${id}/`],
    ] as const) {
      await page.goto(path);
      found.push(...(await newViolations(state)));
    }
    await ui.estimacionDetail.goto(id);
    await ui.estimacionDetail.showEstimate();
    found.push(...(await newViolations('estimate, money')));
    expect(found).toEqual([]);
  },
);

test(
  'open menus, a form with errors and a dialog have no new accessibility violation',
  // Without the refusal of a name that is taken there is no error to look at.
  { tag: [...write.tag, '@AT-11'] },
  async ({ ui, construbot, make, newViolations }) => {
    const { cliente, contrato } = await arrangeObra(construbot, make);
    await ui.dashboard.goto();
    await ui.shell.openUserMenu();
    const found = await newViolations('user menu open');
    await ui.contraparteForm.goto();
    await ui.contraparteForm.fill(cliente.nombre);
    await ui.contraparteForm.save();
    await expect(ui.contraparteForm.fieldErrors.first()).toBeVisible();
    found.push(...(await newViolations('form with an error')));
    await ui.retenciones.goto(contrato.id);
    await ui.retenciones.excel.open();
    found.push(...(await newViolations('Excel dialog open')));
    expect(found).toEqual([]);
  },
);
