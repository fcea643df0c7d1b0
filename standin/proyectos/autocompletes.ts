import { found } from '../web/access.ts';
import { forbidden, json, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import type { Route } from '../web/route.ts';
import { contratoOf } from './parties.ts';

interface Result {
  readonly id: number;
  readonly text: string;
}

/** Something that a select searches for, and may create in place. */
interface Source {
  readonly search: (ctx: Context, text: string) => Promise<Result[]>;
  readonly create?: (ctx: Context, text: string) => Promise<Result>;
}

const like = (column: string, n: number): string =>
  `unaccent(lower(${column})) like '%' || unaccent(lower($${n})) || '%'`;

// The wildcards of LIKE are searched for as the characters that they are.
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function forwarded(ctx: Context, name: string): number {
  const given = ctx.isPost ? ctx.sent.get('forward') : (ctx.query('forward') ?? '');
  const values: unknown = given === '' ? {} : JSON.parse(given);
  return Number((values as Record<string, unknown>)[name]);
}

const parties = (tipo: string): Source => ({
  search: (ctx, text) => {
    if (text.includes("'") && ctx.isOn('search-sql-injected')) {
      return ctx.db.all<Result>(
        `select id, cliente_name as text from contraparte
         where tipo = '${tipo}' and company_id = ${ctx.here.id} and cliente_name ilike '%${text}%'`,
      );
    }
    return ctx.db.all<Result>(
      `select id, cliente_name as text from contraparte
       where tipo = $1 and (company_id = $2 or $3) and ${like('cliente_name', 4)} order by cliente_name`,
      tipo,
      ctx.here.id,
      ctx.isOn('autocomplete-shows-other-companies'),
      literal(text),
    );
  },
  create: async (ctx, text) => ({
    id: await ctx.db.insert('contraparte', { cliente_name: text, tipo, company_id: ctx.here.id }),
    text,
  }),
});

const sources: Readonly<Record<string, Source>> = {
  cliente: parties('CLIENTE'),
  subcontratista: parties('SUBCONTRATISTA'),
  sitio: {
    search: (ctx, text) =>
      ctx.db.all<Result>(
        `select sitio.id, sitio_name as text from sitio join contraparte on contraparte.id = cliente_id
         where company_id = $1 and ${like('sitio_name', 2)} order by sitio_name`,
        ctx.here.id,
        literal(text),
      ),
    create: async (ctx, text) => {
      const client = found(
        await ctx.db.one<{ id: number; company_id: number }>(
          'select id, company_id from contraparte where id = $1',
          forwarded(ctx, 'contraparte') || 0,
        ),
      );
      const isOurs = client.company_id === ctx.here.id;
      if (!isOurs && !ctx.isOn('sitio-made-under-foreign-client')) throw forbidden();
      return {
        id: await ctx.db.insert('sitio', { sitio_name: text, cliente_id: client.id }),
        text,
      };
    },
  },
  destinatario: {
    search: async (ctx, text) => {
      const contrato = await ownContrato(ctx);
      return ctx.db.all<Result>(
        `select id, destinatario_text as text from destinatario
         where contraparte_id = $1 and ${like('destinatario_text', 2)} order by destinatario_text`,
        contrato.contraparte_id,
        literal(text),
      );
    },
    create: async (ctx, text) => {
      const { contraparte_id } = await ownContrato(ctx);
      if (ctx.isOn('contact-made-lost')) return { id: 0, text };
      return {
        id: await ctx.db.insert('destinatario', { destinatario_text: text, contraparte_id }),
        text,
      };
    },
  },
  unit: {
    search: (ctx, text) =>
      ctx.db.all<Result>(
        `select id, unit as text from unidad where company_id = $1 and ${like('unit', 2)} order by unit`,
        ctx.here.id,
        literal(text),
      ),
    create: async (ctx, text) => ({
      id: await ctx.db.insert('unidad', { unit: text, company_id: ctx.here.id }),
      text,
    }),
  },
  user: {
    search: (ctx, text) =>
      ctx.db.all<Result>(
        `select users.id, email as text from users join user_company on user_id = users.id
         where company_id = $1 and (${like('username', 2)} or ${like('email', 2)}) order by username`,
        ctx.here.id,
        literal(text),
      ),
  },
  company: {
    search: (ctx, text) =>
      ctx.db.all<Result>(
        `select company.id, company_name as text from company join user_company on company_id = company.id
         where user_id = $1 and ${like('company_name', 2)} order by company_name`,
        ctx.me.id,
        literal(text),
      ),
  },
  nivelacceso: {
    search: (ctx, text) =>
      ctx.db.all<Result>(
        `select id, nombre || ' Nivel:' || nivel as text from nivel
         where (nivel <= $1 or $3) and ${like('nombre', 2)} order by nivel`,
        ctx.me.nivel >= 3 ? ctx.me.nivel : ctx.me.nivel - 1,
        literal(text),
        ctx.isOn('user-level-above-own-offered'),
      ),
  },
};

async function ownContrato(ctx: Context): Promise<{ contraparte_id: number }> {
  const contrato = await contratoOf(ctx, forwarded(ctx, 'project') || 0);
  if (contrato.company_id !== ctx.here.id && !ctx.isOn('contacts-foreign-found')) throw forbidden();
  return contrato;
}

const handler =
  (name: string, source: Source) =>
  async (ctx: Context): Promise<Answer> => {
    if (ctx.isPost) {
      if (source.create === undefined) throw forbidden();
      const made = await source.create(ctx, ctx.sent.get('text'));
      return json({ id: String(made.id), text: made.text });
    }
    if (ctx.query('q')?.includes('\0') === true && ctx.isOn('nul-in-search-500')) {
      throw new Error('a NUL is no text for the database');
    }
    const text = (ctx.query('q') ?? '').replaceAll('\0', '');
    if (text === '' && name !== 'nivelacceso')
      return json({ results: [], pagination: { more: false } });
    const results = ctx.isOn('autocomplete-needs-accents')
      ? (await source.search(ctx, text)).filter((one) =>
          one.text.toLowerCase().includes(text.toLowerCase()),
        )
      : await source.search(ctx, text);
    const shown = results.map(({ id, text: label }) => ({
      id: String(id),
      text: label,
      selected_text: label,
    }));
    const missing =
      source.create !== undefined &&
      text !== '' &&
      !results.some((one) => one.text.toLowerCase() === text.toLowerCase());
    const create =
      missing && !ctx.isOn('autocomplete-never-creates')
        ? [{ id: text, text: `Crear "${text}"`, create_id: true }]
        : [];
    return json({ results: [...shown, ...create], pagination: { more: false } });
  };

export const autocompleteRoutes: readonly Route[] = Object.entries(sources).map(
  ([name, source]) => ({
    path: `/proyectos/${name}-autocomplete/`,
    access: {},
    handle: handler(name, source),
  }),
);
