import type { Context } from '../../web/context.ts';
import type { Block, Image, Vertice } from './blocks.ts';
import { keepImage } from './images.ts';

/** Saves what was done of each concept, with measurements and images. */
export async function saveBlocks(
  ctx: Context,
  estimacionId: number,
  blocks: readonly Block[],
): Promise<void> {
  for (const block of blocks) {
    const row = { cuantity_estimated: block.quantity, observations: block.observations };
    if (block.id !== undefined) await ctx.db.update('estimado', block.id, row);
    const id =
      block.id ??
      (await ctx.db.insert('estimado', {
        ...row,
        estimacion_id: estimacionId,
        concepto_id: block.concepto.id,
      }));
    const lost = block.vertices.length > 0 && ctx.isOn('vertices-lost');
    if (!lost) for (const vertice of block.vertices) await saveVertice(ctx, id, vertice);
    for (const image of block.images) await saveImage(ctx, id, image);
  }
}

async function saveVertice(ctx: Context, estimadoId: number, vertice: Vertice): Promise<void> {
  const { id, remove, values } = vertice;
  const { nombre, largo, ancho, alto, piezas } = values;
  const row = { nombre, largo, ancho, alto, piezas };
  if (id === undefined) await ctx.db.insert('vertice', { ...row, estimado_id: estimadoId });
  else if (remove) await ctx.db.all('delete from vertice where id = $1', id);
  else await ctx.db.update('vertice', id, row);
}

async function saveImage(ctx: Context, estimadoId: number, image: Image): Promise<void> {
  const { id, remove, upload } = image;
  if (id !== undefined && remove) {
    if (!ctx.isOn('image-removal-lost')) await ctx.db.all('delete from imagen where id = $1', id);
  } else if (upload !== undefined) {
    const path = await keepImage(ctx, upload);
    if (id === undefined) await ctx.db.insert('imagen', { image: path, estimado_id: estimadoId });
    else await ctx.db.update('imagen', id, { image: path });
  }
}
