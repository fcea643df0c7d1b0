import type { Context } from '../../web/context.ts';
import { html, raw, type Html } from '../../../fixtures/html.ts';
import { mediaUrl } from '../../web/media.ts';
import { commas } from '../format.ts';
import { day } from './amounts.ts';
import type { Estimacion } from './estimacion.ts';
import { linesOf, type Line } from './money.ts';
import { headOf, signatures, type Head } from './people.ts';
import { unescapedUnder } from '../../web/unescaped.ts';

interface Vertice {
  readonly estimado_id: number;
  readonly nombre: string;
  readonly largo: string;
  readonly ancho: string;
  readonly alto: string;
  readonly piezas: string;
}

/** A concept with its measurements and images. */
interface Part {
  readonly line: Line;
  /** Place of the concept in the estimate, from 0. */
  readonly index: number;
  readonly vertices: readonly Vertice[];
  readonly images: readonly string[];
}

/**
 * The measurements behind an estimate.
 *
 * @param print for the printer, where each concept gets a sheet when there are images
 */
export async function generadorTable(
  ctx: Context,
  estimacion: Estimacion,
  print: boolean,
): Promise<Html> {
  const head = await headOf(ctx, estimacion);
  const signed = await signatures(ctx, estimacion, head, 'generador');
  const all = await partsOf(ctx, estimacion);
  const done = ctx.isOn('generador-drops-concept') ? all.slice(0, -1) : all;
  const illustrated = done.some(({ images }) => images.length > 0);
  const omits = illustrated && ctx.isOn('generador-omits-image');
  const parts = omits ? done.map((part) => ({ ...part, images: [] })) : done;
  const sheet = (content: readonly Part[]): Html =>
    html`<div class="page">
      <table class="generator bord-doble">
        <thead>
          ${top(ctx, estimacion, head)} ${titles}
        </thead>
        <tbody>
          ${content.map((part) => rows(ctx, part, illustrated))}
        </tbody>
        <tfoot>
          <tr>
            <td class="cont_firmas" colspan="10">${signed}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  return html`<div class="est_cont">
    ${print && illustrated ? parts.map((part) => sheet([part])) : sheet(parts)}
  </div>`;
}

async function partsOf(ctx: Context, estimacion: Estimacion): Promise<Part[]> {
  const lines = await linesOf(ctx, estimacion);
  const vertices = await ctx.db.all<Vertice>(
    `select estimado_id, nombre, round(largo, 2)::text largo, round(ancho, 2)::text ancho,
       round(alto, 2)::text alto, round(piezas, 2)::text piezas
     from vertice join estimado on estimado.id = estimado_id where estimacion_id = $1
     order by vertice.id`,
    estimacion.id,
  );
  const images = await ctx.db.all<{ estimado_id: number; image: string }>(
    `select estimado_id, image from imagen join estimado on estimado.id = estimado_id
     where estimacion_id = $1 order by imagen.id`,
    estimacion.id,
  );
  const empty = (line: Line): boolean => Number(line.esta) === 0;
  const shown = lines.some(empty) && ctx.isOn('generador-shows-empty-concepts');
  return lines
    .map((line, index) => ({
      line,
      index,
      vertices: vertices.filter(({ estimado_id: id }) => id === line.estimado_id),
      images: images
        .filter(({ estimado_id: id }) => id === line.estimado_id)
        .map(({ image }) => image),
    }))
    .filter(({ line }) => shown || !empty(line));
}

function top(ctx: Context, estimacion: Estimacion, head: Head): Html {
  const { start_date: start, finish_date: finish } = estimacion;
  return html`<tr>
      <th colspan="10">
        <div class="cont_est_gen">
          <h5>${head.cliente.toUpperCase()}</h5>
          <h6>RESIDENCIA DE CONSTRUCCIÓN</h6>
          <h4>GENERADOR DE OBRA PARA TRABAJOS POR P.U.</h4>
        </div>
      </th>
    </tr>
    <tr>
      <th colspan="5">
        ${information([
          ['PROYECTO:', head.contrato],
          ['CONTRATO:', head.code ?? ''],
          ['ÁREA:', head.sitio],
        ])}
      </th>
      <th colspan="5">
        ${information([
          ['CONTRATISTA:', head.contratista],
          ['PERIODO:', `Del ${day(ctx, start)} al ${day(ctx, finish)}`],
          ['PLANOS:', '-'],
        ])}
      </th>
    </tr>`;
}

const information = (entries: readonly (readonly [name: string, value: string])[]): Html =>
  html`<table class="informacion">
    ${entries.map(
      ([name, value]) =>
        html`<tr>
          <td>${name}</td>
          <td>${value}</td>
        </tr>`,
    )}
  </table>`;

const titles = html`<tr class="color-g">
    <th rowspan="2" scope="col">CÓDIGO</th>
    <th rowspan="2" scope="col">DESCRIPCIÓN</th>
    <th colspan="5" scope="colgroup">VÉRTICES</th>
    <th colspan="2" scope="colgroup">VOLUMEN EJECUTADO</th>
    <th rowspan="2" scope="col">OBSERVACIONES</th>
  </tr>
  <tr class="color-b">
    ${['NOMBRE', 'LARGO', 'ANCHO', 'ALTO', 'PIEZAS', 'CANTIDAD', 'UNIDAD'].map((title) => html`<th scope="col">${title}</th>`)}
  </tr>`;

function rows(ctx: Context, { line, index, vertices, images }: Part, illustrated: boolean): Html {
  const span = raw(vertices.length > 1 ? ` rowspan="${vertices.length}"` : '');
  const notes = (line.observations ?? '')
    .split(/\r\n|\r|\n/)
    .map(
      (text, i) =>
        html`${i > 0 && raw('<br>')}${unescapedUnder(ctx, 'observations-unescaped', text)}`,
    );
  return html`<tr id="conc-${index}">
      <td${span}>${line.code}</td>
      <td${span} class="generatorDescription"><p>${line.concept_text}</p></td>
      ${cells(vertices[0])}
      <td${span} class="number">${commas(line.esta)}</td>
      <td${span}>${line.unit}</td>
      <td${span}>${notes}</td>
    </tr>
    ${vertices.slice(1).map((vertice) => html`<tr>${cells(vertice)}</tr>`)}
    ${
      illustrated &&
      html`<tr class="image">
        <td colspan="10" id="img-${index}">
          ${images.map((path) => html`<img class="estimateImage${index + 1}" src="${mediaUrl(path)}" alt="Imagen de ${line.code}">`)}
        </td>
      </tr>`
    }`;
}

function cells(vertice: Vertice | undefined): Html {
  const { nombre = '-', largo = '-', ancho = '-', alto = '-', piezas = '-' } = vertice ?? {};
  return html`${[nombre, largo, ancho, alto, piezas].map((text) => html`<td>${text}</td>`)}`;
}
