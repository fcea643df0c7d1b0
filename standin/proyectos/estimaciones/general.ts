import type { Context } from '../../web/context.ts';
import { Form, wrong, type Field, type Option, type Values } from '../../web/form.ts';
import type { Contrato } from '../parties.ts';
import type { Estimacion } from './estimacion.ts';

/** The part of the form that is about the estimate as a whole. */

interface Choices {
  readonly supervisor?: Option | undefined;
  readonly signers?: readonly Option[];
  readonly generadorSigners?: readonly Option[];
}

const date = (name: string, label: string, help: string, required = false): Field => ({
  name,
  label,
  kind: 'date',
  required,
  help,
});

const signing = (name: string, label: string, help: string, options: readonly Option[]): Field => ({
  name,
  label,
  kind: 'multiple',
  help,
  options,
  search: { url: '/proyectos/destinatario-autocomplete/', least: 2, forward: ['project'] },
});

const box = (name: string, label: string, help: string): Field => ({
  name,
  label,
  kind: 'checkbox',
  help,
});

const fields = ({ supervisor, signers = [], generadorSigners = [] }: Choices): readonly Field[] => [
  { name: 'project', label: '', kind: 'hidden' },
  {
    name: 'consecutive',
    label: 'Consecutivo',
    kind: 'text',
    required: true,
    readonly: true,
    help: 'Número que sigue en el proyecto.',
  },
  { name: 'draft_by', label: '', kind: 'hidden' },
  {
    name: 'supervised_by',
    label: 'Supervisado por:',
    kind: 'select',
    required: true,
    help: 'Quien fue residente de la obra.',
    options: supervisor === undefined ? [] : [supervisor],
    search: { url: '/proyectos/user-autocomplete/', least: 3 },
  },
  date('start_date', 'Fecha de inicio', 'Primer día del período.', true),
  date('finish_date', 'Fecha de finalización', 'Último día del período.', true),
  signing('auth_by', 'Autorizado por [Estimación]:', 'Quienes firman la estimación.', signers),
  signing(
    'auth_by_gen',
    'Autorizado por [Generador]:',
    'Quienes firman el generador.',
    generadorSigners,
  ),
  date('auth_date', 'Fecha de autorización', 'Día en que se autorizó.'),
  box('paid', '¿Pagada?', 'Si ya se recibió el pago.'),
  box('invoiced', '¿Facturada?', 'Si ya se emitió la factura.'),
  date('payment_date', 'Fecha de pago', 'Día del pago, si ya lo hubo.'),
  box('mostrar_anticipo', 'Mostrar anticipo', 'La versión impresa incluye el anticipo.'),
  box('mostrar_retenciones', 'Mostrar retenciones', 'La versión impresa incluye las retenciones.'),
];

async function choicesOf(ctx: Context, contrato: Contrato, values: Values): Promise<Choices> {
  const list = (name: string): readonly string[] => [values[name] ?? []].flat();
  const [supervisor] = await supervisorsOf(ctx, contrato, list('supervised_by'));
  return {
    supervisor,
    signers: await signersOf(ctx, contrato, list('auth_by')),
    generadorSigners: await signersOf(ctx, contrato, list('auth_by_gen')),
  };
}

const idsIn = (texts: readonly string[]): number[] =>
  texts.map(Number).filter((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31);

async function supervisorsOf(
  ctx: Context,
  contrato: Contrato,
  ids: readonly string[],
): Promise<Option[]> {
  const all = await ctx.db.all<{ value: string; text: string; own: boolean }>(
    `select id::text as value, email as text, exists (select 1 from user_company
       where user_id = users.id and company_id = $2) own
     from users where id = any($1)`,
    idsIn(ids),
    contrato.company_id,
  );
  return all.filter(({ own }) => own || ctx.isOn('supervisor-foreign-accepted'));
}

async function signersOf(
  ctx: Context,
  contrato: Contrato,
  ids: readonly string[],
): Promise<Option[]> {
  const all = await ctx.db.all<{ value: string; text: string; own: boolean }>(
    `select destinatario.id::text as value, destinatario_text as text, company_id = $2 own
     from destinatario join contraparte on contraparte.id = contraparte_id
     where destinatario.id = any($1) order by destinatario.id`,
    idsIn(ids),
    contrato.company_id,
  );
  return all.filter(({ own }) => own || ctx.isOn('signers-foreign-accepted'));
}

/** The form as it was sent, with what is wrong. */
export async function sentGeneral(
  ctx: Context,
  contrato: Contrato,
  consecutive: number,
): Promise<Form> {
  const sent = Form.sent(ctx, fields({}));
  const own = {
    ...sent.values,
    project: String(contrato.id),
    consecutive: String(consecutive),
    draft_by: String(ctx.me.id),
  };
  const choices = await choicesOf(ctx, contrato, own);
  const form = sent.withFields(fields(choices), own);
  // The number is the page's, whatever was sent.
  form.errors.delete('consecutive');
  if (sent.text('supervised_by') !== '' && choices.supervisor === undefined) {
    form.fail('supervised_by', wrong.object);
  }
  const known = (name: string, found: readonly Option[] = []): boolean =>
    new Set(sent.list(name)).size === found.length;
  if (!known('auth_by', choices.signers) || !known('auth_by_gen', choices.generadorSigners)) {
    form.general.push('Destinatarios y contratos no pueden ser de empresas diferentes');
  }
  checkDates(ctx, form);
  return form;
}

function checkDates(ctx: Context, form: Form): void {
  for (const name of ['start_date', 'finish_date', 'auth_date', 'payment_date']) {
    // PostgreSQL has no year 0.
    if (form.text(name).startsWith('0000')) form.fail(name, wrong.date);
  }
  const unpaid = form.text('payment_date') === '';
  if (ctx.sent.has('paid') && unpaid && !ctx.isOn('paid-without-date-accepted')) {
    form.fail('payment_date', 'Si la estimación fué pagada, es necesaria fecha de pago.');
  }
  const [start, finish] = [form.text('start_date'), form.text('finish_date')];
  const dates = start !== '' && finish !== '' && !form.errors.has('start_date');
  if (!dates || form.errors.has('finish_date') || finish >= start) return;
  if (ctx.isOn('finish-before-start-accepted')) return;
  form.fail('finish_date', 'La fecha de finalización no puede ser anterior a la fecha de inicio.');
}

/** The form of a new estimate. */
export const newGeneral = (ctx: Context, contrato: Contrato, consecutive: number): Form =>
  new Form(fields({}), {
    project: String(contrato.id),
    consecutive: String(consecutive),
    draft_by: String(ctx.me.id),
  });

/** The form of an estimate that is there. */
export async function savedGeneral(
  ctx: Context,
  contrato: Contrato,
  estimacion: Estimacion,
): Promise<Form> {
  const signers = await ctx.db.all<{ destinatario_id: number; kind: string }>(
    'select destinatario_id, kind from estimacion_auth where estimacion_id = $1',
    estimacion.id,
  );
  const of = (wanted: string): string[] =>
    signers.filter(({ kind }) => kind === wanted).map(({ destinatario_id: id }) => String(id));
  const on = (value: boolean): string => (value ? 'on' : '');
  const values = {
    project: String(contrato.id),
    consecutive: String(estimacion.consecutive),
    draft_by: String(ctx.me.id),
    supervised_by: String(estimacion.supervised_by_id ?? ''),
    start_date: estimacion.start_date,
    finish_date: estimacion.finish_date,
    auth_by: of('estimacion'),
    auth_by_gen: of('generador'),
    auth_date: estimacion.auth_date ?? '',
    paid: on(estimacion.paid),
    invoiced: on(estimacion.invoiced),
    payment_date: estimacion.payment_date ?? '',
    mostrar_anticipo: on(estimacion.mostrar_anticipo),
    mostrar_retenciones: on(estimacion.mostrar_retenciones),
  };
  return new Form(fields(await choicesOf(ctx, contrato, values)), values);
}

/** Saves the estimate as a whole; gives its id. */
export async function saveGeneral(
  ctx: Context,
  form: Form,
  contratoId: number,
  own?: number,
): Promise<number> {
  const day = (name: string): string | null => form.text(name) || null;
  const row = {
    draft_by_id: ctx.me.id,
    supervised_by_id: Number(form.text('supervised_by')),
    start_date: day('start_date'),
    finish_date: day('finish_date'),
    auth_date: day('auth_date'),
    paid: ctx.sent.has('paid'),
    invoiced: ctx.sent.has('invoiced'),
    payment_date: day('payment_date'),
    mostrar_anticipo: ctx.sent.has('mostrar_anticipo'),
    mostrar_retenciones: ctx.sent.has('mostrar_retenciones'),
  };
  if (own !== undefined) await ctx.db.update('estimacion', own, row);
  const consecutive = Number(form.text('consecutive'));
  const id =
    own ?? (await ctx.db.insert('estimacion', { ...row, project_id: contratoId, consecutive }));
  await ctx.db.all('delete from estimacion_auth where estimacion_id = $1', id);
  for (const [name, kind] of [
    ['auth_by', 'estimacion'],
    ['auth_by_gen', 'generador'],
  ] as const) {
    await ctx.db.all(
      'insert into estimacion_auth select distinct $1::int, signer, $2 from unnest($3::int[]) signer',
      id,
      kind,
      idsIn(form.list(name)),
    );
  }
  return id;
}
