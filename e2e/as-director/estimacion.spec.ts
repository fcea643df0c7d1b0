import { arrangeEjemplo, primera } from '../../fixtures/construbot/ejemplo.ts';
import { estimacionesOf } from '../../fixtures/construbot/estimacion-name.ts';
import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { Usuarios } from '../../fixtures/construbot/usuarios.ts';
import { FormRefused, type Fields, type Session } from '../../fixtures/http/session.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const form = ['consecutive', 'supervised_by'];
const newPath = (contratoId: number): string => `/proyectos/estimacion/nuevo/${contratoId}/`;
const quantityOf = (row: number): string => `estimateconcept_set-${row}-cuantity_estimated`;
const period = { start_date: '2026-03-01', finish_date: '2026-03-15' };

/** Sends the form of a new estimate as its drafter, who also supervises. */
async function send(session: Session, contratoId: number, fields: Fields): Promise<unknown> {
  const path = newPath(contratoId);
  const [drafter = ''] = (await session.formOf(path)).get('draft_by') ?? [];
  return session.submit(path, { supervised_by: drafter, ...period, ...fields }, { form });
}

const numbersOf = async (session: Session, contratoId: number): Promise<number[]> => [
  ...(await estimacionesOf(session, contratoId)).keys(),
];

/** Deletes an estimate as its list would, had it a button that works. */
async function deleteEstimate(session: Session, id: number): Promise<number> {
  const path = `/proyectos/eliminar/Estimate/${id}/`;
  const fields = Object.fromEntries(await session.formOf(path));
  return (await session.request(path, { fields })).status;
}

test(
  'a new estimate is shown with its measurements, notes and signatures',
  write('@AT-14'),
  async ({ ui, construbot, make, personOf, planned }) => {
    const me = await personOf('director');
    const { cliente, contrato, conceptos } = await arrangeEjemplo(construbot, make);
    const signs = await construbot.destinatarios.create(make.destinatario(), cliente.id);
    const { nombre: signsToo } = make.destinatario();
    const [, relleno] = conceptos;
    const { estimacionForm: entry, estimacionDetail: detail } = ui;
    const block = entry.concepto('E2');

    await entry.goto(contrato.id);
    await expect(entry.consecutive).toHaveValue('1');
    await entry.supervisedBy.choose(me.email, me.username);
    await entry.startDate.set('2026-03-01');
    await entry.finishDate.set('2026-03-15');
    await entry.authBy.choose(signs.nombre);
    planned('destinatario', signsToo);
    await entry.authByGen.create(signsToo);
    await entry.authDate.set('2026-03-17');
    await entry.showConcepto('E2', relleno?.texto ?? '');
    await block.fillVertices(
      { nombre: 'Eje Ñ', largo: '2', ancho: '3', alto: '1.5', piezas: '2' },
      { nombre: 'Eje Ó', largo: '4', ancho: '1', alto: '0.25', piezas: '2' },
    );
    await block.calculate();
    await expect(block.quantity).toHaveValue('20.00');
    await block.observations.fill('Excavación a mano\nen el cañón');
    await entry.save();

    await ui.contratoDetail.estimacionesTab.open();
    await expect(ui.contratoDetail.estimacion(1)).toContainText('$ 24,691.20');
    await ui.contratoDetail.estimacionLink(1).click();
    await expect(detail.generator.rows).toHaveCount(1);
    await expect(detail.generator.row('E2').quantity).toHaveText('20.00000000');
    await expect(detail.generator.row('E2').observations).toHaveText(
      /Excavación a mano\s*en el cañón/,
    );
    await expect(detail.generator.vertice('Eje Ñ')).toHaveText([
      'Eje Ñ',
      '2.00',
      '3.00',
      '1.50',
      '2.00',
    ]);
    await expect(detail.generator.vertice('Eje Ó')).toHaveText([
      'Eje Ó',
      '4.00',
      '1.00',
      '0.25',
      '2.00',
    ]);
    await expect(detail.generator.signatures).toContainText(['', signsToo]);
    await detail.showEstimate();
    await expect(detail.estimate.signatures).toContainText(['Prueba director', signs.nombre]);
    await expect(detail.estimate.row('E2').amount).toHaveText('$ 24,691.20');
  },
);

test(
  'a contact that is made while entering an estimate belongs to the client of the contract',
  write('@AT-14'),
  async ({ ui, construbot, make, planned }) => {
    const { cliente, contrato } = await arrangeEjemplo(construbot, make);
    const { nombre } = make.destinatario();
    await ui.estimacionForm.goto(contrato.id);
    planned('destinatario', nombre);
    await ui.estimacionForm.authBy.create(nombre);
    const id = await construbot.borrado.find('destinatario', nombre);
    await ui.destinatarioDetail.goto(id ?? 0);
    await expect(ui.destinatarioDetail.details.value('Cliente')).toHaveText(cliente.nombre);
  },
);

test(
  'the measurement 2 x 3 x 1.5 in two pieces gives a quantity of 18.00',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const block = ui.estimacionForm.concepto('E1');
    await ui.estimacionForm.goto(contrato.id);
    await expect(block.quantity).toHaveValue('0');
    await block.fillVertices({ nombre: 'A', largo: '2', ancho: '3', alto: '1.5', piezas: '2' });
    await block.calculate();
    await expect(block.quantity).toHaveValue('18.00');
    await expect(ui.estimacionForm.concepto('E2').quantity).toHaveValue('0');
  },
);

test(
  'estimates are numbered one after the other in each contract',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const one = await arrangeEjemplo(construbot, make);
    const other = await arrangeEjemplo(construbot, make);
    await construbot.estimaciones.create(one.contrato.id, make.estimacion({ avances: primera }));
    await construbot.estimaciones.create(one.contrato.id, make.estimacion());
    await ui.estimacionForm.goto(one.contrato.id);
    await expect(ui.estimacionForm.consecutive).toHaveValue('3');
    await ui.estimacionForm.goto(other.contrato.id);
    await expect(ui.estimacionForm.consecutive).toHaveValue('1');
  },
);

test(
  'an edited estimate is shown with its new quantity and period',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ inicio: '2026-03-01', fin: '2026-03-15', avances: primera }),
    );
    const { estimacionForm: entry, estimacionDetail: detail } = ui;
    await entry.gotoEdit(id);
    await expect(entry.startDate.input).toHaveValue('2026-03-01');
    await expect(entry.concepto('E2').quantity).toHaveValue('4.50000000');
    await entry.finishDate.set('2026-03-31');
    await entry.concepto('E1').quantity.fill('20');
    await entry.save();
    await detail.goto(id);
    await expect(detail.generator.heading('PERIODO:')).toHaveText(
      'Del 01/Marzo/2026 al 31/Marzo/2026',
    );
    await expect(detail.generator.row('E1').quantity).toHaveText('20.00000000');
    await expect(detail.generator.row('E2').quantity).toHaveText('4.50000000');
  },
);

test(
  'a measurement that is added to a saved estimate is kept',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera }),
    );
    const block = ui.estimacionForm.concepto('E1');
    await ui.estimacionForm.gotoEdit(id);
    await block.fillVertices(
      { nombre: 'Tramo 1', largo: '6', ancho: '1', alto: '1', piezas: '1' },
      { nombre: 'Tramo 2', largo: '3', ancho: '4', alto: '1', piezas: '1' },
    );
    await block.calculate();
    await expect(block.quantity).toHaveValue('18.00');
    await ui.estimacionForm.save();
    await ui.estimacionDetail.goto(id);
    await expect(ui.estimacionDetail.generator.vertice('Tramo 1')).toHaveCount(5);
    await expect(ui.estimacionDetail.generator.vertice('Tramo 2')).toHaveCount(5);
  },
);

test(
  'an estimate that is marked as paid asks for the day of payment',
  write('@AT-14'),
  async ({ ui, construbot, make, personOf }) => {
    const me = await personOf('director');
    const { contrato } = await arrangeEjemplo(construbot, make);
    const entry = ui.estimacionForm;
    await entry.goto(contrato.id);
    await entry.supervisedBy.choose(me.email, me.username);
    await entry.startDate.set('2026-03-01');
    await entry.finishDate.set('2026-03-15');
    await entry.paid.check();
    await entry.save();
    await expect(entry.errorOf(entry.paymentDate.input)).toHaveText(
      'Si la estimación fué pagada, es necesaria fecha de pago.',
    );
    await ui.contratoDetail.goto(contrato.id);
    await ui.contratoDetail.estimacionesTab.open();
    await expect(ui.contratoDetail.noEstimacionesMessage).toBeVisible();
  },
);

test(
  'a refused estimate keeps the quantities and measurements that were typed',
  write('@AT-14'),
  async ({ ui, construbot, make, personOf }) => {
    const me = await personOf('director');
    const { contrato } = await arrangeEjemplo(construbot, make);
    const entry = ui.estimacionForm;
    const block = entry.concepto('E1');
    await entry.goto(contrato.id);
    await entry.supervisedBy.choose(me.email, me.username);
    await entry.startDate.set('2026-03-01');
    await entry.finishDate.set('2026-03-15');
    await entry.paid.check();
    await block.fillVertices({ nombre: 'A', largo: '2', ancho: '3', alto: '1', piezas: '1' });
    await block.calculate();
    await entry.save();
    await expect(entry.fieldErrors).toHaveCount(1);
    await expect(block.quantity).toHaveValue('6.00');
    await expect(block.vertice(0).nombre).toHaveValue('A');
  },
);

test(
  'a quantity with a comma is refused under its box and nothing is saved',
  write('@AT-14'),
  async ({ ui, as, construbot, make, personOf }) => {
    const me = await personOf('director');
    const { contrato } = await arrangeEjemplo(construbot, make);
    const entry = ui.estimacionForm;
    await entry.goto(contrato.id);
    await entry.supervisedBy.choose(me.email, me.username);
    await entry.startDate.set('2026-03-01');
    await entry.finishDate.set('2026-03-15');
    await entry.concepto('E1').quantity.fill('1,000');
    await entry.save();
    await expect(entry.concepto('E1').errors).toHaveText('Introduzca un número.');
    await expect(entry.concepto('E1').quantity).toHaveValue('1,000');
    expect(await numbersOf(await as('director'), contrato.id)).toEqual([]);
  },
);

const refused: readonly { why: string; fields: Fields; said: string }[] = [
  { why: 'nobody who supervises', fields: { supervised_by: '' }, said: 'Este campo es requerido.' },
  { why: 'no first day', fields: { start_date: '' }, said: 'Este campo es requerido.' },
  { why: 'no last day', fields: { finish_date: '' }, said: 'Este campo es requerido.' },
  { why: 'an empty quantity', fields: { [quantityOf(0)]: '' }, said: 'Este campo es requerido.' },
  {
    why: 'a quantity in words',
    fields: { [quantityOf(0)]: 'muchos' },
    said: 'Introduzca un número.',
  },
  {
    why: 'a measurement without a name',
    fields: { 'estimateconcept_set-0-vertices_set-0-largo': '5' },
    said: 'Este campo es requerido.',
  },
];

for (const { why, fields, said } of refused) {
  test(
    `an estimate with ${why} is refused and not saved`,
    write('@AT-14'),
    async ({ as, construbot, make }) => {
      const { contrato } = await arrangeEjemplo(construbot, make);
      const director = await as('director');
      const answer = send(director, contrato.id, fields);
      await expect(answer).rejects.toThrow(FormRefused);
      await expect(answer).rejects.toThrow(said);
      expect(await numbersOf(director, contrato.id)).toEqual([]);
    },
  );
}

test(
  'a period that ends before it starts is refused and not saved',
  write('@AT-14'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const director = await as('director');
    await expect(
      send(director, contrato.id, { start_date: '2026-03-15', finish_date: '2026-03-01' }),
    ).rejects.toThrow(FormRefused);
    expect(await numbersOf(director, contrato.id)).toEqual([]);
  },
);

test(
  'a negative quantity is refused and not saved',
  write('@AT-14'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const director = await as('director');
    await expect(send(director, contrato.id, { [quantityOf(0)]: '-5' })).rejects.toThrow(
      FormRefused,
    );
    expect(await numbersOf(director, contrato.id)).toEqual([]);
  },
);

test(
  'an edit with a wrong quantity changes nothing of the estimate',
  write('@AT-14'),
  async ({ ui, as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ inicio: '2026-03-01', fin: '2026-03-15', avances: primera }),
    );
    const director = await as('director');
    await expect(
      director.submit(
        `/proyectos/editar/estimacion/${id}/`,
        { finish_date: '2026-03-31', [quantityOf(0)]: 'muchos' },
        { form },
      ),
    ).rejects.toThrow('Introduzca un número.');
    await ui.estimacionForm.gotoEdit(id);
    await expect(ui.estimacionForm.finishDate.input).toHaveValue('2026-03-15');
    await expect(ui.estimacionForm.concepto('E1').quantity).toHaveValue('18.00000000');
  },
);

test(
  'somebody of another customer cannot be named as supervisor',
  write('@AT-14'),
  async ({ as, construbot, make, personOf }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { email } = await personOf('otherTenant');
    const stranger = await new Usuarios(await as('otherTenant')).idOf(email);
    const director = await as('director');
    await expect(send(director, contrato.id, { supervised_by: String(stranger) })).rejects.toThrow(
      FormRefused,
    );
    expect(await numbersOf(director, contrato.id)).toEqual([]);
  },
);

test(
  'a form that names another contract adds no estimate to that one',
  write('@AT-14'),
  async ({ as, construbot, make }) => {
    const one = await arrangeObra(construbot, make);
    const other = await arrangeObra(construbot, make);
    const director = await as('director');
    await Promise.allSettled([
      send(director, one.contrato.id, { project: String(other.contrato.id) }),
    ]);
    expect(await numbersOf(director, other.contrato.id)).toEqual([]);
  },
);

test(
  'an estimate is deleted from the list of its contract',
  write('@AT-14'),
  async ({ ui, as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera }),
    );
    await ui.contratoDetail.goto(contrato.id);
    await ui.contratoDetail.removeEstimacion(1);
    const { status } = await (await as('director')).request(`/proyectos/estimacion/detalle/${id}/`);
    expect(status).toBe(404);
  },
);

test(
  'deleting an estimate leaves the numbers of other contracts as they were',
  write('@AT-14'),
  async ({ ui, as, construbot, make }) => {
    const one = await arrangeEjemplo(construbot, make);
    const other = await arrangeEjemplo(construbot, make);
    const first = await construbot.estimaciones.create(one.contrato.id, make.estimacion());
    await construbot.estimaciones.create(other.contrato.id, make.estimacion({ avances: primera }));
    await construbot.estimaciones.create(other.contrato.id, make.estimacion());
    const director = await as('director');
    expect(await deleteEstimate(director, first.id)).toBe(200);
    expect(await numbersOf(director, one.contrato.id)).toEqual([]);
    expect(await numbersOf(director, other.contrato.id)).toEqual([1, 2]);
    await ui.contratoDetail.goto(other.contrato.id);
    await ui.contratoDetail.estimacionesTab.open();
    await expect(ui.contratoDetail.estimacion(2)).toBeVisible();
  },
);

test(
  'the estimates after a deleted one move up in their own contract',
  write('@AT-14'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const first = await construbot.estimaciones.create(contrato.id, make.estimacion());
    const second = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera }),
    );
    const director = await as('director');
    expect(await deleteEstimate(director, first.id)).toBe(200);
    const left = await estimacionesOf(director, contrato.id);
    expect([...left]).toEqual([[1, second.id]]);
  },
);
