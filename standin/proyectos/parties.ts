import type { Context } from '../web/context.ts';
import { found } from '../web/access.ts';

export interface Contraparte {
  readonly id: number;
  readonly cliente_name: string;
  readonly tipo: string;
  readonly company_id: number;
}

export interface Sitio {
  readonly id: number;
  readonly sitio_name: string;
  readonly sitio_location: string | null;
  readonly cliente_id: number;
  readonly company_id: number;
  readonly cliente_name: string;
}

export interface Destinatario {
  readonly id: number;
  readonly destinatario_text: string;
  readonly puesto: string | null;
  readonly contraparte_id: number;
  readonly company_id: number;
  readonly cliente_name: string;
}

export interface Contrato {
  readonly id: number;
  readonly parent_id: number | null;
  readonly folio: number;
  readonly code: string | null;
  readonly fecha: string;
  readonly contrato_name: string;
  readonly contrato_shortname: string;
  readonly contraparte_id: number;
  readonly sitio_id: number;
  readonly status: boolean;
  readonly file: string | null;
  readonly monto: string;
  readonly anticipo: string;
  readonly company_id: number;
  readonly cliente_name: string;
  readonly tipo: string;
  readonly sitio_name: string;
}

/** Columns of a contract with those of its client and site. */
export const contratoColumns = `contrato.*, contraparte.company_id, contraparte.cliente_name,
  contraparte.tipo, sitio.sitio_name from contrato
  join contraparte on contraparte.id = contrato.contraparte_id
  join sitio on sitio.id = contrato.sitio_id`;

export const tipos: Readonly<Record<string, string>> = {
  CLIENTE: 'Cliente',
  DESTAJISTA: 'Destajista',
  SUBCONTRATISTA: 'Subcontratista',
};

export const contraparteOf = async (ctx: Context, id: number): Promise<Contraparte> =>
  found(await ctx.db.one<Contraparte>('select * from contraparte where id = $1', id));

export const sitioOf = async (ctx: Context, id: number): Promise<Sitio> =>
  found(
    await ctx.db.one<Sitio>(
      `select sitio.*, company_id, cliente_name from sitio
       join contraparte on contraparte.id = cliente_id where sitio.id = $1`,
      id,
    ),
  );

export const destinatarioOf = async (ctx: Context, id: number): Promise<Destinatario> =>
  found(
    await ctx.db.one<Destinatario>(
      `select destinatario.*, company_id, cliente_name from destinatario
       join contraparte on contraparte.id = contraparte_id where destinatario.id = $1`,
      id,
    ),
  );

export const contratoOf = async (ctx: Context, id: number): Promise<Contrato> =>
  found(await ctx.db.one<Contrato>(`select ${contratoColumns} where contrato.id = $1`, id));

/** Whether the current user is one of those that a contract is assigned to. */
export async function isAssigned(ctx: Context, contratoId: number): Promise<boolean> {
  const row = await ctx.db.one(
    'select 1 from contrato_user where contrato_id = $1 and user_id = $2',
    contratoId,
    ctx.me.id,
  );
  return row !== undefined;
}

/** Contracts of the current company that the user may see: all from level 3, else the assigned. */
export const visibleContratos = (ctx: Context, order: string): Promise<Contrato[]> =>
  ctx.db.all<Contrato>(
    `select ${contratoColumns} where company_id = $1
     and ($2 or exists (select 1 from contrato_user where contrato_id = contrato.id and user_id = $3))
     order by ${order}`,
    ctx.here.id,
    ctx.me.nivel >= 3 || ctx.isOn('assignment-ignored'),
    ctx.me.id,
  );
