import { enter } from '../web/access.ts';
import { forbidden, redirect, type Answer } from '../web/answer.ts';
import { asset } from '../web/assets.ts';
import type { Context } from '../web/context.ts';
import { Form, wrong, wrongDecimal, type Field, type Option, type Values } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { keepMedia, mediaPath, mediaUrl } from '../web/media.ts';
import type { Route } from '../web/route.ts';
import { checkCompany } from './contrapartes.ts';
import { formPage } from './form-page.ts';
import { commas, longDate } from './format.ts';
import { listPage } from './lists.ts';
import {
  contratoOf,
  isAssigned,
  visibleContratos,
  type Contrato,
  type Contraparte,
  type Sitio,
} from './parties.ts';
import { chosenParty } from './sitios.ts';

interface Choices {
  readonly contraparte?: Option | undefined;
  readonly sitio?: Option | undefined;
  readonly users?: readonly Option[];
}

const fields = (choices: Choices, sub: boolean): readonly Field[] => [
  { name: 'folio', label: 'Folio', kind: 'text', required: true, readonly: true },
  { name: 'code', label: 'Folio del contrato', kind: 'text', max: 35 },
  { name: 'fecha', label: 'Fecha', kind: 'date', required: true },
  { name: 'contrato_name', label: 'Nombre del contrato', kind: 'text', required: true, max: 300 },
  { name: 'contrato_shortName', label: 'Nombre corto', kind: 'text', required: true, max: 80 },
  {
    name: 'contraparte',
    label: 'Contraparte',
    kind: 'select',
    required: true,
    options: choices.contraparte === undefined ? [] : [choices.contraparte],
    search: { url: `/proyectos/${sub ? 'subcontratista' : 'cliente'}-autocomplete/`, least: 3 },
  },
  sub
    ? { name: 'sitio', label: '', kind: 'hidden' }
    : {
        name: 'sitio',
        label: 'Sitio',
        kind: 'select',
        required: true,
        options: choices.sitio === undefined ? [] : [choices.sitio],
        search: { url: '/proyectos/sitio-autocomplete/', least: 3, forward: ['contraparte'] },
      },
  { name: 'status', label: '¿El proyecto sigue en curso?', kind: 'checkbox' },
  { name: 'file', label: 'PDF del Contrato', kind: 'file', accept: 'application/pdf' },
  { name: 'monto', label: 'Monto', kind: 'number', required: true, step: '0.01' },
  {
    name: 'users',
    label: '¿A qué usuarios desea asignarlo?',
    kind: 'multiple',
    required: true,
    options: choices.users ?? [],
    search: { url: '/proyectos/user-autocomplete/', least: 3 },
  },
  {
    name: 'anticipo',
    label: 'Anticipo',
    kind: 'text',
    required: true,
    help: 'Porcentaje del monto que se paga por adelantado, de 0 a 100.',
  },
  { name: 'currently_at', label: '', kind: 'hidden' },
];

const option = (id: number | undefined, text: string | undefined): Option | undefined =>
  id === undefined || text === undefined ? undefined : { value: String(id), text };

const usersOf = async (ctx: Context, ids: readonly string[]): Promise<Option[]> => {
  const rows = await ctx.db.all<{ id: number; email: string }>(
    `select users.id, email from users join user_company on user_id = users.id
     where company_id = $1 and users.id = any($2)`,
    ctx.here.id,
    ids.map(Number).filter(Number.isInteger),
  );
  return rows.map(({ id, email }) => ({ value: String(id), text: email }));
};

/** The company's users that a form chose, and what else it named. */
async function chosenUsers(
  ctx: Context,
  ids: readonly string[],
): Promise<{ users: Option[]; strangers: string[] }> {
  const users = await usersOf(ctx, ids);
  const strangers = ids.filter((id) => id !== '' && !users.some(({ value }) => value === id));
  if (strangers.length === 0 || !ctx.isOn('contrato-foreign-user')) return { users, strangers };
  const others = await ctx.db.all<{ id: number; email: string }>(
    'select id, email from users where id = any($1)',
    strangers.map(Number).filter(Number.isInteger),
  );
  return {
    users: [...users, ...others.map(({ id, email }) => ({ value: String(id), text: email }))],
    strangers: [],
  };
}

interface Read {
  readonly form: Form;
  readonly party: Contraparte | undefined;
  readonly sitio: Sitio | undefined;
  readonly users: readonly Option[];
}

async function read(ctx: Context, sub: boolean): Promise<Read> {
  const sent = Form.sent(ctx, fields({}, sub));
  const party = await chosenParty(ctx, sent, 'contraparte', 'contrato-foreign-client');
  const sitioId = Number(sent.text('sitio'));
  const named = Number.isInteger(sitioId)
    ? await ctx.db.one<Sitio>(
        `select sitio.*, company_id, cliente_name from sitio join contraparte on contraparte.id = cliente_id
         where sitio.id = $1`,
        sitioId,
      )
    : undefined;
  const isTaken = named?.company_id === ctx.here.id || ctx.isOn('contrato-foreign-site');
  const sitio = isTaken ? named : undefined;
  if (sitio === undefined && sent.text('sitio') !== '') sent.fail('sitio', wrong.object);
  const { users, strangers } = await chosenUsers(ctx, sent.list('users'));
  for (const id of strangers) sent.fail('users', wrong.choice(id));
  const form = sent.withFields(
    fields(
      {
        contraparte: option(party?.id, party?.cliente_name),
        sitio: option(sitio?.id, sitio?.sitio_name),
        users,
      },
      sub,
    ),
  );
  checkMoney(ctx, form);
  checkCompany(ctx, form, 'currently_at');
  const file = ctx.sent.files.get('file');
  const extension = /\.([^.]*)$/.exec(file?.name ?? '')?.[1]?.toLowerCase() ?? '';
  if (file !== undefined && extension !== 'pdf' && !ctx.isOn('contrato-any-file')) {
    form.fail(
      'file',
      `La extensión de archivo “${extension}” no esta permitida. Las extensiones permitidas son: pdf.`,
    );
  }
  return { form, party, sitio, users };
}

function checkMoney(ctx: Context, form: Form): void {
  const monto = form.text('monto');
  const saidOfMonto =
    monto === '' || form.errors.has('monto') ? undefined : wrongDecimal(monto, 12, 2);
  if (saidOfMonto !== undefined && !ctx.isOn('contrato-digits-unchecked'))
    form.fail('monto', saidOfMonto);
  const anticipo = form.text('anticipo');
  if (anticipo === '') return;
  const said = wrongDecimal(anticipo, ctx.isOn('anticipo-100-refused') ? 4 : 5, 2);
  if (said !== undefined) form.fail('anticipo', said);
  else if (Number(anticipo) > 100)
    form.fail('anticipo', 'Asegúrese de que este valor sea menor o igual a 100.');
}

async function save(
  ctx: Context,
  { form, party, sitio, users }: Read,
  values: Record<string, unknown>,
  own?: number,
): Promise<number> {
  const file = ctx.sent.files.get('file');
  const stored = file === undefined ? undefined : await mediaPath(ctx, 'Contratos', file.name);
  if (file !== undefined && stored !== undefined)
    await keepMedia(ctx, stored, file.type, file.bytes);
  const row = {
    ...values,
    code: form.text('code'),
    fecha: ctx.isOn('contrato-date-shifted') ? dayBefore(form.text('fecha')) : form.text('fecha'),
    contrato_name: form.text('contrato_name'),
    contrato_shortname: form.text('contrato_shortName'),
    contraparte_id: party?.id,
    sitio_id: sitio?.id,
    status: ctx.sent.has('status'),
    monto: ctx.isOn('contrato-monto-rounded')
      ? form.text('monto').split('.')[0]
      : form.text('monto'),
    anticipo: form.text('anticipo'),
    ...(stored === undefined || ctx.isOn('contrato-pdf-lost') ? {} : { file: stored }),
  };
  const id = own ?? (await ctx.db.insert('contrato', row));
  if (own !== undefined) await ctx.db.update('contrato', own, row);
  await ctx.db.all('delete from contrato_user where contrato_id = $1', id);
  for (const { value } of users) {
    await ctx.db.all('insert into contrato_user values ($1, $2)', id, Number(value));
  }
  return id;
}

const dayBefore = (iso: string): string =>
  new Date(Date.parse(iso) - 24 * 3600 * 1000).toISOString().slice(0, 10);

async function nextFolio(ctx: Context): Promise<number> {
  const row = await ctx.db.one<{ folio: number | null }>(
    `select max(folio) as folio from contrato join contraparte on contraparte.id = contraparte_id where company_id = $1`,
    ctx.here.id,
  );
  return (row?.folio ?? 0) + (ctx.isOn('folio-repeats') ? 0 : 1);
}

const fresh = (ctx: Context, folio: number): Values => ({
  folio: String(folio),
  status: 'on',
  monto: '0.0',
  anticipo: '0.0',
  users: [String(ctx.me.id)],
  currently_at: ctx.here.company_name,
});

async function create(ctx: Context): Promise<Answer> {
  const folio = await nextFolio(ctx);
  if (!ctx.isPost) {
    const users = await usersOf(ctx, [String(ctx.me.id)]);
    return formPage(ctx, new Form(fields({ users }, false), fresh(ctx, folio)));
  }
  const sent = await read(ctx, false);
  if (!sent.form.valid) return formPage(ctx, sent.form);
  const id = await save(ctx, sent, { folio });
  return redirect(`/proyectos/contrato/detalle/${id}/`);
}

async function createSub(ctx: Context): Promise<Answer> {
  const parent = await contratoOf(ctx, ctx.id());
  await enter(ctx, parent.company_id, !ctx.isOn('subcontrato-foreign-parent'));
  const row = await ctx.db.one<{ n: number }>(
    'select count(*)::int n from contrato where parent_id = $1',
    parent.id,
  );
  const folio = (row?.n ?? 0) + 1;
  if (!ctx.isPost) {
    const users = await usersOf(ctx, [String(ctx.me.id)]);
    return formPage(
      ctx,
      new Form(fields({ users }, true), { ...fresh(ctx, folio), sitio: String(parent.sitio_id) }),
    );
  }
  const sent = await read(ctx, true);
  if (!sent.form.valid) return formPage(ctx, sent.form);
  const id = await save(ctx, sent, {
    folio,
    parent_id: ctx.isOn('subcontrato-loses-parent') ? null : parent.id,
  });
  return redirect(`/proyectos/contrato/detalle/${id}/`);
}

async function edit(ctx: Context): Promise<Answer> {
  const contrato = await contratoOf(ctx, ctx.id());
  await enter(ctx, contrato.company_id, !ctx.isOn('contrato-foreign-open'));
  const mine = ctx.me.nivel >= 3 || (await isAssigned(ctx, contrato.id));
  if (!mine && !ctx.isOn('contrato-edit-unassigned')) throw forbidden();
  const sub = contrato.parent_id !== null;
  if (!ctx.isPost) return formPage(ctx, await saved(ctx, contrato, sub));
  const sent = await read(ctx, sub);
  if (!sent.form.valid) return formPage(ctx, sent.form);
  if (!ctx.isOn('contrato-edit-lost')) await save(ctx, sent, {}, contrato.id);
  return redirect(`/proyectos/contrato/detalle/${contrato.id}/`);
}

async function saved(ctx: Context, contrato: Contrato, sub: boolean): Promise<Form> {
  const assigned = await ctx.db.all<{ user_id: number }>(
    'select user_id from contrato_user where contrato_id = $1',
    contrato.id,
  );
  const ids = assigned.map(({ user_id }) => String(user_id));
  const choices = {
    contraparte: option(contrato.contraparte_id, contrato.cliente_name),
    sitio: option(contrato.sitio_id, contrato.sitio_name),
    users: await usersOf(ctx, ids),
  };
  return new Form(fields(choices, sub), {
    folio: String(contrato.folio),
    code: contrato.code ?? '',
    fecha: contrato.fecha,
    contrato_name: contrato.contrato_name,
    contrato_shortName: contrato.contrato_shortname,
    contraparte: String(contrato.contraparte_id),
    sitio: String(contrato.sitio_id),
    status: contrato.status ? 'on' : '',
    monto: contrato.monto,
    anticipo: contrato.anticipo,
    users: ids,
    currently_at: ctx.here.company_name,
  });
}

async function list(ctx: Context): Promise<Answer> {
  const rows = await visibleContratos(ctx, 'fecha desc, contrato.id desc');
  const coordinates = ctx.me.nivel >= 2;
  return listPage(ctx, {
    title: `Listado de Contratos en ${ctx.here.company_name}`,
    model: 'Contrato',
    newPath: coordinates ? '/proyectos/contrato/nuevo/' : undefined,
    scripts: html`<script src="${asset('contratos.js')}"></script>`,
    cards: rows.map((one) => ({
      id: one.id,
      title: `${one.folio}. ${one.contrato_shortname}`,
      path: `/proyectos/contrato/detalle/${one.id}/`,
      editPath: `/proyectos/editar/contrato/${one.id}/`,
      lines: [
        ['Fecha', longDate(one.fecha)],
        ...(coordinates
          ? [
              [
                'Monto',
                `$${ctx.isOn('thousands-missing') ? one.monto : commas(one.monto)}`,
              ] as const,
            ]
          : []),
      ],
      actions: coordinates,
      extra:
        one.file === null
          ? undefined
          : html` / <a class="mostrar-contrato" data-url="${mediaUrl(one.file)}" href="#">Mostrar Contrato</a>
<div class="contrato-widget" hidden><object data="" type="application/pdf" width="100%" height="400" aria-label="PDF del contrato"></object></div>`,
    })),
  });
}

export const contratoRoutes: readonly Route[] = [
  { path: '/proyectos/contrato/nuevo/', access: { level: 2 }, handle: create },
  { path: '/proyectos/subcontrato/nuevo/:id/', access: { level: 2 }, handle: createSub },
  { path: '/proyectos/editar/contrato/:id/', access: { level: 2 }, handle: edit },
  { path: '/proyectos/listado/contratos/', access: { level: 2 }, handle: list },
];
