import { FormRefused } from '../../fixtures/http/session.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a new client is shown, listed and found again with its accents',
  write('@AT-11'),
  async ({ ui, make, planned }) => {
    const { nombre } = make.contraparte({ nombre: `Ñandú & Peña, S.A. "${make.unico()}"` });
    await ui.contraparteForm.goto();
    await ui.contraparteForm.fill(nombre, 'CLIENTE');
    planned('contraparte', nombre);
    await ui.contraparteForm.save();
    await expect(ui.contraparteDetail.heading).toHaveText(`Detalle del Cliente ${nombre}`);
    await expect(ui.contraparteDetail.details.value('Nombre del cliente')).toHaveText(nombre);
    await ui.contraparteList.goto();
    await expect(ui.contraparteList.card(nombre).title).toBeVisible();
  },
);

test(
  'a subcontractor is kept as a subcontractor',
  write('@AT-11'),
  async ({ ui, make, planned }) => {
    const { nombre } = make.contraparte();
    await ui.contraparteForm.goto();
    await ui.contraparteForm.fill(nombre, 'SUBCONTRATISTA');
    planned('contraparte', nombre);
    await ui.contraparteForm.save();
    await expect(ui.contraparteDetail.heading).toHaveText(`Detalle del Subcontratista ${nombre}`);
  },
);

test(
  'an edited client is shown with its new name and type',
  write('@AT-11'),
  async ({ ui, construbot, make }) => {
    const before = await construbot.contrapartes.create(make.contraparte());
    const after = `${before.nombre} bis`;
    await ui.contraparteForm.gotoEdit(before.id);
    await expect(ui.contraparteForm.name).toHaveValue(before.nombre);
    await ui.contraparteForm.fill(after, 'DESTAJISTA');
    await ui.contraparteForm.save();
    await expect(ui.contraparteDetail.heading).toHaveText(`Detalle del Destajista ${after}`);
    expect(await construbot.borrado.find('contraparte', before.nombre)).toBeUndefined();
  },
);

test(
  'a name that the company has already is refused and saved once',
  write('@AT-11'),
  async ({ ui, construbot, make }) => {
    const { nombre } = await construbot.contrapartes.create(make.contraparte());
    await ui.contraparteForm.goto();
    await ui.contraparteForm.fill(nombre);
    await ui.contraparteForm.save();
    await expect(ui.contraparteForm.errorOf(ui.contraparteForm.name)).toHaveText(
      'Ya existe un/a Contraparte con este/a Cliente name.',
    );
    await ui.contraparteList.goto();
    await expect(ui.contraparteList.card(nombre).root).toHaveCount(1);
  },
);

test(
  'a name that only another customer has is free',
  write('@AT-11'),
  async ({ as, construbot, neighbour, make, planned }) => {
    const { nombre } = await neighbour.contrapartes.create(make.contraparte());
    planned('contraparte', nombre);
    const director = await as('director');
    const answer = await director.submit(
      '/proyectos/cliente/nuevo/',
      { cliente_name: nombre, tipo: 'CLIENTE' },
      { form: ['cliente_name'] },
    );
    expect(answer.location).toMatch(/^\/proyectos\/cliente\/detalle\/\d+\/$/);
    expect(await construbot.borrado.find('contraparte', nombre)).toBeDefined();
  },
);

test(
  'HTML in a name is shown as text and does not run',
  write('@AT-11'),
  async ({ ui, page, construbot, make }) => {
    const nombre = `<img src=x onerror=window.ran=1> ${make.unico()}`;
    const { id } = await construbot.contrapartes.create(make.contraparte({ nombre }));
    await ui.contraparteDetail.goto(id);
    await expect(ui.contraparteDetail.details.value('Nombre del cliente')).toHaveText(nombre);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  },
);

const longest = 80;

test(
  'a name of 80 letters is kept whole',
  write('@AT-11'),
  async ({ as, construbot, make, planned }) => {
    const nombre = make.unico().padEnd(longest, 'ñ');
    planned('contraparte', nombre);
    await (
      await as('director')
    ).submit('/proyectos/cliente/nuevo/', { cliente_name: nombre }, { form: ['cliente_name'] });
    expect(await construbot.borrado.find('contraparte', nombre)).toBeDefined();
  },
);

const refused = [
  { why: 'no name', fields: { cliente_name: '' }, said: 'Este campo es requerido.' },
  {
    why: 'a name of 81 letters',
    fields: { cliente_name: 'x'.repeat(longest + 1) },
    said: 'Asegúrese de que este valor tenga como máximo 80 caracteres (tiene 81).',
  },
  {
    why: 'a type that there is not',
    fields: { tipo: 'OTRO' },
    said: 'Seleccione una opción válida. OTRO no es una de las opciones disponibles.',
  },
] as const;

for (const { why, fields, said } of refused) {
  test(
    `a client with ${why} is refused and not saved`,
    write('@AT-11'),
    async ({ as, construbot, make }) => {
      const { nombre } = make.contraparte();
      const sent = { cliente_name: nombre, tipo: 'CLIENTE', ...fields };
      const answer = (await as('director')).submit('/proyectos/cliente/nuevo/', sent, {
        form: ['cliente_name'],
      });
      await expect(answer).rejects.toThrow(FormRefused);
      await expect(answer).rejects.toThrow(said);
      expect(await construbot.borrado.find('contraparte', nombre)).toBeUndefined();
    },
  );
}

test(
  'a form that was opened in another company is refused',
  write('@AT-11'),
  async ({ as, construbot, make }) => {
    const { nombre } = make.contraparte();
    const stranger = await as('otherTenant');
    const foreign = await stranger.get('/proyectos/cliente/nuevo/');
    const company = /name="company"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="company"/.exec(
      foreign.body,
    );
    const stale = company?.[1] ?? company?.[2] ?? '';
    const answer = (await as('director')).submit(
      '/proyectos/cliente/nuevo/',
      { cliente_name: nombre, tipo: 'CLIENTE', company: stale },
      { form: ['cliente_name'] },
    );
    await expect(answer).rejects.toThrow('Actualmente te encuentras en otra compañia');
    expect(await construbot.borrado.find('contraparte', nombre)).toBeUndefined();
  },
);

test(
  'a deletion that is called off deletes nothing',
  write('@AT-11'),
  async ({ ui, construbot, make }) => {
    const { nombre, id } = await construbot.contrapartes.create(make.contraparte());
    await ui.contraparteList.goto();
    await ui.contraparteList.deletion.openBy(ui.contraparteList.card(nombre).deleteLink);
    await ui.contraparteList.deletion.cancel();
    await expect(ui.contraparteList.card(nombre).title).toBeVisible();
    expect(await construbot.borrado.find('contraparte', nombre)).toBe(id);
  },
);

test(
  'a deleted client is gone from the list and from its address',
  write('@AT-11'),
  async ({ ui, as, construbot, make }) => {
    const { nombre, id } = await construbot.contrapartes.create(make.contraparte());
    await ui.contraparteList.goto();
    await ui.contraparteList.remove(nombre);
    const { status } = await (await as('director')).request(`/proyectos/cliente/detalle/${id}/`);
    expect(status).toBe(404);
  },
);

test(
  'the twelfth client stands on another page than the first',
  write('@AT-11'),
  async ({ ui, construbot, make }) => {
    const prefix = make.unico();
    const names = Array.from(
      { length: 12 },
      (_, i) => `000 ${prefix} ${String(i).padStart(2, '0')}`,
    );
    for (const nombre of names) await construbot.contrapartes.create(make.contraparte({ nombre }));
    await ui.contraparteList.goto();
    await expect(ui.contraparteList.cards).toHaveCount(10);
    const seen = await ui.contraparteList.titles();
    await ui.contraparteList.pager.next();
    const next = await ui.contraparteList.titles();
    expect(seen.filter((title) => next.includes(title))).toEqual([]);
    await ui.contraparteList.pager.previous();
    expect(await ui.contraparteList.titles()).toEqual(seen);
  },
);
