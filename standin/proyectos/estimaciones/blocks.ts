import type { Context, Uploaded } from '../../web/context.ts';
import { unlessPardoned, wrong, wrongDecimal, type Form } from '../../web/form.ts';
import type { Contrato } from '../parties.ts';
import { checkImage, heaviest, wrongImage } from './images.ts';

/** The part of the form that belongs to one concept: quantity, measurements, images. */
export interface Block {
  readonly index: number;
  /** Primary key of what is saved already. */
  readonly id?: number | undefined;
  readonly concepto: Concepto;
  readonly quantity: string;
  readonly observations: string;
  readonly vertices: readonly Vertice[];
  readonly images: readonly Image[];
  readonly errors: Map<string, string>;
  /** What is wrong with the images together. */
  readonly imageErrors: string[];
}

export interface Concepto {
  readonly id: number;
  readonly code: string;
  readonly text: string;
}

interface Row {
  readonly index: number;
  readonly id?: number | undefined;
  readonly remove: boolean;
  readonly errors: Map<string, string>;
}

export interface Vertice extends Row {
  readonly values: Readonly<Record<'nombre' | Size, string>>;
}

export interface Image extends Row {
  /** Path of the image that is kept. */
  readonly kept?: string | undefined;
  readonly upload?: Uploaded | undefined;
}

export const prefix = 'estimateconcept_set';
export const sizes = ['largo', 'ancho', 'alto', 'piezas'] as const;
export type Size = (typeof sizes)[number];

export const conceptosOf = (ctx: Context, contrato: Contrato): Promise<Concepto[]> =>
  ctx.db.all<Concepto>(
    'select id, code, concept_text as text from concepto where project_id = $1 order by id',
    contrato.id,
  );

/** A block for each concept, with nothing done. */
export const newBlocks = (conceptos: readonly Concepto[]): Block[] =>
  conceptos.map((concepto, index) => ({
    index,
    concepto,
    quantity: '0',
    observations: '',
    vertices: [],
    images: [],
    errors: new Map(),
    imageErrors: [],
  }));

/** The blocks of an estimate that is there. */
export async function savedBlocks(ctx: Context, estimacionId: number): Promise<Block[]> {
  const rows = await ctx.db.all<
    Concepto & { estimado_id: number; q: string; notes: string | null }
  >(
    `select concepto.id, code, concept_text as text, estimado.id estimado_id,
       cuantity_estimated::text q, observations notes
     from estimado join concepto on concepto.id = concepto_id
     where estimacion_id = $1 order by estimado.id`,
    estimacionId,
  );
  const vertices = await ctx.db.all<Vertice['values'] & { id: number; estimado_id: number }>(
    `select vertice.id, estimado_id, nombre, ${sizes.map((size) => `round(${size}, 2)::text ${size}`).join(', ')}
     from vertice join estimado on estimado.id = estimado_id where estimacion_id = $1 order by vertice.id`,
    estimacionId,
  );
  const images = await ctx.db.all<{ id: number; estimado_id: number; image: string }>(
    `select imagen.id, estimado_id, image from imagen join estimado on estimado.id = estimado_id
     where estimacion_id = $1 order by imagen.id`,
    estimacionId,
  );
  const saved = { remove: false, errors: new Map<string, string>() };
  return rows.map(({ estimado_id: id, q, notes, ...concepto }, index) => ({
    index,
    id,
    concepto,
    quantity: q,
    observations: notes ?? '',
    vertices: vertices
      .filter((vertice) => vertice.estimado_id === id)
      .map((vertice, i) => ({ ...saved, index: i, id: vertice.id, values: vertice })),
    images: images
      .filter((image) => image.estimado_id === id)
      .map((image, i) => ({ ...saved, index: i, id: image.id, kept: image.image })),
    errors: new Map(),
    imageErrors: [],
  }));
}

/** The blocks as they were sent, with what is wrong; the form is told what belongs to none. */
export async function sentBlocks(
  ctx: Context,
  form: Form,
  known: readonly Block[],
): Promise<Block[]> {
  if (!ctx.sent.has(`${prefix}-TOTAL_FORMS`)) {
    form.general.push('Los datos de ManagementForm faltan o han sido manipulados.');
  }
  const total = Number(ctx.sent.get(`${prefix}-TOTAL_FORMS`)) || 0;
  const blocks: Block[] = [];
  for (let index = 0; index < Math.min(total, 5000); index += 1) {
    const base = findBlock(ctx, known, index);
    if (base === undefined || blocks.some(({ concepto }) => concepto.id === base.concepto.id)) {
      form.general.push(wrong.object);
      break;
    }
    const block = {
      ...base,
      index,
      quantity: ctx.sent.get(`${prefix}-${index}-cuantity_estimated`),
      observations: ctx.sent.get(`${prefix}-${index}-observations`),
      vertices: sentVertices(ctx, base, `${prefix}-${index}-vertices_set`),
      images: sentImages(ctx, base, `${prefix}-${index}-imageestimateconcept_set`),
    };
    await check(ctx, block);
    blocks.push(block);
  }
  return blocks;
}

/** A saved block is known by its key, a new one by the text of its concept. */
function findBlock(ctx: Context, known: readonly Block[], index: number): Block | undefined {
  const id = ctx.sent.get(`${prefix}-${index}-id`);
  if (id !== '') return known.find((block) => String(block.id) === id);
  const text = plain(ctx.sent.get(`${prefix}-${index}-concept`));
  return known.find((block) => block.id === undefined && plain(block.concepto.text) === text);
}

// Browsers send line ends of their own.
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Numbers of the rows that were sent. */
function rowsOf(ctx: Context, of: string): number[] {
  const total = Number(ctx.sent.get(`${of}-TOTAL_FORMS`)) || 0;
  return Array.from({ length: Math.min(Math.max(total, 0), 1000) }, (_, index) => index);
}

function rowOf(
  ctx: Context,
  name: string,
  index: number,
  ids: readonly (number | undefined)[],
): Row {
  const id = ids.find((one) => String(one) === ctx.sent.get(`${name}-id`));
  return { index, id, remove: ctx.sent.has(`${name}-DELETE`), errors: new Map() };
}

function sentVertices(ctx: Context, base: Block, of: string): Vertice[] {
  const ids = base.vertices.map(({ id }) => id);
  return rowsOf(ctx, of)
    .map((index): Vertice => {
      const name = `${of}-${index}`;
      const value = (field: string): string => ctx.sent.get(`${name}-${field}`);
      return {
        ...rowOf(ctx, name, index, ids),
        values: {
          nombre: value('nombre'),
          largo: value('largo'),
          ancho: value('ancho'),
          alto: value('alto'),
          piezas: value('piezas'),
        },
      };
    })
    .filter(
      ({ id, remove, values, index }) =>
        id !== undefined || (!remove && ctx.sent.has(`${of}-${index}-nombre`) && touched(values)),
    );
}

/** Whether somebody wrote into a new row; one that a script added has no zeros, so it counts. */
const touched = (values: Vertice['values']): boolean =>
  values.nombre !== '' || sizes.some((size) => values[size] === '' || Number(values[size]) !== 0);

function sentImages(ctx: Context, base: Block, of: string): Image[] {
  const ids = base.images.map(({ id }) => id);
  return rowsOf(ctx, of)
    .map((index): Image => {
      const row = rowOf(ctx, `${of}-${index}`, index, ids);
      const { kept } = base.images.find(({ id }) => id === row.id) ?? {};
      return { ...row, kept, upload: ctx.sent.files.get(`${of}-${index}-image`) };
    })
    .filter(({ id, remove, upload }) => id !== undefined || (!remove && upload !== undefined));
}

async function check(ctx: Context, block: Block): Promise<void> {
  const { quantity, observations, errors, vertices, images, imageErrors } = block;
  const said = unlessPardoned(
    ctx,
    quantity === '' ? wrong.required : wrongDecimal(quantity, 20, 8),
  );
  if (said !== undefined) errors.set('cuantity_estimated', said);
  else if (Number(quantity) < 0 && !ctx.isOn('negative-quantity-accepted')) {
    errors.set('cuantity_estimated', 'Asegúrese de que este valor sea mayor o igual a 0.');
  }
  if (observations.includes('\0')) errors.set('observations', wrong.nul);
  for (const vertice of vertices) if (!vertice.remove) checkVertice(ctx, vertice);
  for (const { remove, upload, errors: own } of images) {
    if (remove || upload === undefined) continue;
    const saidOfImage = await checkImage(ctx, upload);
    if (saidOfImage !== undefined) own.set('image', saidOfImage);
    else if (upload.bytes.length > heaviest && !ctx.isOn('oversize-image-accepted')) {
      imageErrors.push(wrongImage.heavy);
    }
  }
}

function checkVertice(ctx: Context, { values, errors }: Vertice): void {
  const { nombre } = values;
  const empty = unlessPardoned(ctx, nombre === '' ? wrong.required : undefined);
  if (empty !== undefined) errors.set('nombre', empty);
  else if (nombre.length > 80) errors.set('nombre', wrong.long(80, nombre.length));
  else if (nombre.includes('\0')) errors.set('nombre', wrong.nul);
  for (const size of sizes) {
    const said = unlessPardoned(
      ctx,
      values[size] === '' ? wrong.required : wrongDecimal(values[size], 10, 2),
    );
    if (said !== undefined) errors.set(size, said);
  }
}

/** Whether something is wrong with an image of the block. */
export const refusesImage = ({ images, imageErrors }: Block): boolean =>
  imageErrors.length > 0 || images.some(({ errors }) => errors.size > 0);

/** Whether the block can be saved. */
export const isValid = (block: Block): boolean =>
  block.errors.size === 0 &&
  block.vertices.every(({ errors }) => errors.size === 0) &&
  !refusesImage(block);
