import { FormRefused } from '../../fixtures/http/session.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a new site is shown with its place and its client',
  write('@AT-12'),
  async ({ ui, construbot, make, planned }) => {
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const { nombre, ubicacion } = make.sitio();
    await ui.sitioForm.goto();
    await ui.sitioForm.name.fill(nombre);
    await ui.sitioForm.location.fill(ubicacion);
    await ui.sitioForm.cliente.choose(cliente.nombre);
    planned('sitio', nombre);
    await ui.sitioForm.save();
    await expect(ui.sitioDetail.heading).toHaveText(`Detalle del sitio ${nombre}`);
    await expect(ui.sitioDetail.details.value('Locación del sitio')).toHaveText(ubicacion);
    await expect(ui.sitioDetail.details.value('Compañía')).toHaveText(cliente.nombre);
  },
);

test('a client is found without its accents', write('@AT-12'), async ({ ui, construbot, make }) => {
  const tag = make.unico();
  const cliente = await construbot.contrapartes.create(
    make.contraparte({ nombre: `Ñandú Único ${tag}` }),
  );
  await ui.sitioForm.goto();
  await ui.sitioForm.cliente.choose(cliente.nombre, `nandu unico ${tag}`);
  await expect(ui.sitioForm.cliente.value).toContainText(cliente.nombre);
});

test(
  'a client that is not there yet is made from the search',
  write('@AT-12'),
  async ({ ui, construbot, make, planned }) => {
    const cliente = make.contraparte();
    const sitio = make.sitio();
    await ui.sitioForm.goto();
    await ui.sitioForm.name.fill(sitio.nombre);
    planned('contraparte', cliente.nombre);
    await ui.sitioForm.cliente.create(cliente.nombre);
    planned('sitio', sitio.nombre);
    await ui.sitioForm.save();
    await expect(ui.sitioDetail.details.value('Compañía')).toHaveText(cliente.nombre);
    expect(await construbot.borrado.find('contraparte', cliente.nombre)).toBeDefined();
  },
);

test(
  'an edited site is shown with its new name',
  write('@AT-12'),
  async ({ ui, construbot, make }) => {
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const before = await construbot.sitios.create(make.sitio(), cliente.id);
    const after = `${before.nombre} bis`;
    await ui.sitioForm.gotoEdit(before.id);
    await ui.sitioForm.name.fill(after);
    await ui.sitioForm.save();
    await expect(ui.sitioDetail.heading).toHaveText(`Detalle del sitio ${after}`);
  },
);

test(
  'a site without a client is refused with a word, not with an error page',
  write('@AT-12'),
  async ({ as, construbot, make }) => {
    const { nombre } = make.sitio();
    const answer = (await as('director')).submit(
      '/proyectos/sitio/nuevo/',
      { sitio_name: nombre, cliente: '' },
      { form: ['sitio_name'] },
    );
    await expect(answer).rejects.toThrow(FormRefused);
    await expect(answer).rejects.toThrow('Este campo es requerido.');
    expect(await construbot.borrado.find('sitio', nombre)).toBeUndefined();
  },
);

test('a site of a subcontractor is refused', write('@AT-12'), async ({ as, construbot, make }) => {
  const otro = await construbot.contrapartes.create(make.contraparte({ tipo: 'SUBCONTRATISTA' }));
  const { nombre } = make.sitio();
  const answer = (await as('director')).submit(
    '/proyectos/sitio/nuevo/',
    { sitio_name: nombre, cliente: String(otro.id) },
    { form: ['sitio_name'] },
  );
  await expect(answer).rejects.toThrow('La contraparte debe de ser CLIENTE y no SUBCONTRATISTA');
  expect(await construbot.borrado.find('sitio', nombre)).toBeUndefined();
});

test(
  'a deleted site is gone, its client stays',
  write('@AT-12'),
  async ({ ui, construbot, make }) => {
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const sitio = await construbot.sitios.create(make.sitio(), cliente.id);
    await ui.sitioList.goto();
    await ui.sitioList.remove(sitio.nombre);
    expect(await construbot.borrado.find('sitio', sitio.nombre)).toBeUndefined();
    expect(await construbot.borrado.find('contraparte', cliente.nombre)).toBe(cliente.id);
  },
);
