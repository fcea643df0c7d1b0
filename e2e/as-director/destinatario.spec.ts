import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a new contact is shown with position and company',
  write('@AT-12'),
  async ({ ui, construbot, make, planned }) => {
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const { nombre, puesto } = make.destinatario();
    await ui.destinatarioForm.goto();
    await ui.destinatarioForm.name.fill(nombre);
    await ui.destinatarioForm.puesto.fill(puesto);
    await ui.destinatarioForm.contraparte.choose(cliente.nombre);
    planned('destinatario', nombre);
    await ui.destinatarioForm.save();
    await expect(ui.destinatarioDetail.heading).toHaveText(`Detalle de ${nombre}`);
    await expect(ui.destinatarioDetail.details.value('Puesto')).toHaveText(puesto);
    await expect(ui.destinatarioDetail.details.value('Cliente')).toHaveText(cliente.nombre);
  },
);

test(
  'an edited contact is shown with its new position',
  write('@AT-12'),
  async ({ ui, construbot, make }) => {
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const { id } = await construbot.destinatarios.create(make.destinatario(), cliente.id);
    await ui.destinatarioForm.gotoEdit(id);
    await ui.destinatarioForm.puesto.fill('Dirección General');
    await ui.destinatarioForm.save();
    await expect(ui.destinatarioDetail.details.value('Puesto')).toHaveText('Dirección General');
  },
);

test(
  'a deleted contact is gone from the list',
  write('@AT-12'),
  async ({ ui, construbot, make }) => {
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const { nombre } = await construbot.destinatarios.create(make.destinatario(), cliente.id);
    await ui.destinatarioList.goto();
    await ui.destinatarioList.remove(nombre);
    expect(await construbot.borrado.find('destinatario', nombre)).toBeUndefined();
  },
);
