import { page, type Answer } from '../../web/answer.ts';
import { asset } from '../../web/assets.ts';
import type { Context } from '../../web/context.ts';
import { renderForm, type Form } from '../../web/form.ts';
import { html, raw, type Html } from '../../../fixtures/html.ts';
import { layout, widgets } from '../../web/layout.ts';
import { mediaUrl } from '../../web/media.ts';
import type { Contrato } from '../parties.ts';
import { isValid, prefix, type Block, type Image, type Size, type Vertice } from './blocks.ts';
import { heaviest } from './images.ts';
import { unescapedUnder } from '../../web/unescaped.ts';

/** The page with the form of an estimate; one concept shows at a time. */
export function formPage(
  ctx: Context,
  contrato: Contrato,
  form: Form,
  blocks: readonly Block[],
): Answer {
  // One that needs a look comes first, or nobody would see what is wrong.
  const shown = blocks.find((block) => !isValid(block)) ?? blocks[0];
  const limit = ctx.isOn('oversize-alert-missing') ? '' : String(heaviest);
  const wrong = ctx.isOn('calculate-wrong');
  const { length } = blocks;
  return page(
    layout(
      ctx,
      html`<link rel="stylesheet" href="${asset('estimacion.css')}" />
        <h3>Projecto: ${contrato.contrato_shortname}</h3>
        ${renderForm(ctx, form, {
          button: html`<div class="cont_buttons">
            <a class="btn" id="cancelar" href="/proyectos/contrato/detalle/${contrato.id}/">Cancelar</a>
            <button type="submit" class="btn btn-primary" formenctype="multipart/form-data">Guardar</button>
          </div>`,
          extra: html`<h4><label for="concept-selector">Concepto:</label></h4>
            <select class="concept-selector" id="concept-selector">
              ${blocks.map(({ concepto }) => html`<option value="${concepto.code}"${concepto === shown?.concepto && raw(' selected')}>${concepto.code}. ${cut(concepto.text)}</option>`)}
            </select>
            ${management(prefix, length, blocks.filter(({ id }) => id !== undefined).length, length)}
            <div id="conceptos" data-limit="${limit}" data-calculate="${wrong ? 'sum' : 'product'}">
              ${blocks.map((block, index) => blockOf(ctx, { ...block, index }, block === shown))}
            </div>`,
        })}`,
      {
        companySwitch: false,
        scripts: html`${widgets.scripts}<script src="${asset('estimacion.js')}"></script>`,
      },
    ),
  );
}

const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 97)}...` : text);

const management = (of: string, total: number, initial: number, most: number): Html =>
  html`${Object.entries({
    TOTAL_FORMS: total,
    INITIAL_FORMS: initial,
    MIN_NUM_FORMS: 0,
    MAX_NUM_FORMS: most,
  }).map(
    ([name, value]) =>
      html`<input type="hidden" name="${of}-${name}" id="id_${of}-${name}" value="${value}">`,
  )}`;

function blockOf(ctx: Context, block: Block, shown: boolean): Html {
  const { index, id, concepto, errors } = block;
  const of = `${prefix}-${index}`;
  return html`<section class="${shown ? 'd-appear' : 'd-none'}" data-id="${concepto.code}" aria-label="${concepto.code}">
    <input type="hidden" name="${of}-id" value="${id ?? ''}">
    ${labelled(
      `${of}-concept`,
      'Concepto',
      html`<textarea class="form-control" name="${of}-concept" id="id_${of}-concept" rows="2" readonly>
${concepto.text}</textarea>`,
    )}
    ${labelled(
      `${of}-observations`,
      'Observaciones',
      html`<textarea class="form-control" name="${of}-observations" id="id_${of}-observations" rows="3">
${unescapedUnder(ctx, 'estimate-form-unescaped', block.observations)}</textarea>`,
      errors.get('observations'),
    )}
    <div class="calcular dynamic-vertice-form">
      <h4>Vértices</h4>
      ${verticesOf(`${of}-vertices_set`, block.vertices)}
      <button type="button" class="calcular_cantidad btn btn-sm btn-primary">Calcular</button>
      ${input(`${of}-cuantity_estimated`, 'Cantidad estimada', 'text', block.quantity, errors.get('cuantity_estimated'))}
      <button type="button" class="btn btn-dark add-form add-ver-form-row">Agregar vértices</button>
    </div>
    ${imagesOf(`${of}-imageestimateconcept_set`, block)}
  </section>`;
}

function labelled(name: string, label: string, control: Html, said?: string): Html {
  return html`<div class="form-group"><label for="id_${name}">${label}</label>${control}${said !== undefined && html`<div class="invalid-feedback d-block">${said}</div>`}</div>`;
}

const input = (
  name: string,
  label: string,
  type: 'text' | 'number',
  value: string,
  said?: string,
): Html =>
  labelled(
    name,
    label,
    html`<input type="${type}" class="form-control${said !== undefined && ' is-invalid'}" name="${name}" id="id_${name}" value="${value}"${type === 'number' && raw(' step="0.01"')}>`,
    said,
  );

const none = { remove: false, errors: new Map<string, string>() };

function verticesOf(of: string, saved: readonly Vertice[]): Html {
  const values = { nombre: '', largo: '0', ancho: '0', alto: '0', piezas: '0' };
  const blank = { ...none, index: saved.length, values };
  const initial = saved.filter(({ id }) => id !== undefined).length;
  return html`${management(of, saved.length + 1, initial, 1000)}
    ${[...saved, blank].map((vertice, index) => verticeOf(`${of}-${index}`, vertice))}`;
}

const sizeLabels: readonly (readonly [size: Size, label: string])[] = [
  ['ancho', 'Ancho'],
  ['alto', 'Alto'],
  ['largo', 'Largo'],
  ['piezas', 'Número de piezas'],
];

function verticeOf(of: string, { id, values, remove, errors }: Vertice): Html {
  return html`<div class="row vertices">
    <input type="hidden" name="${of}-id" value="${id ?? ''}">
    ${removal(of, 'remove_ver_div', remove)}
    <div class="col-md-12">${input(`${of}-nombre`, 'Nombre del Vertice', 'text', values.nombre, errors.get('nombre'))}</div>
    ${sizeLabels.map(([size, label]) => html`<div class="col-md-3 ${size}">${input(`${of}-${size}`, label, 'number', values[size], errors.get(size))}</div>`)}
  </div>`;
}

/** A button that marks a row for removal, and the mark. */
const removal = (of: string, className: string, marked: boolean): Html =>
  html`<button type="button" class="btn btn-sm ${className}" aria-label="Eliminar al guardar"><span class="oi oi-trash"></span></button>
    <input type="checkbox" class="removal-mark" tabindex="-1" aria-hidden="true" name="${of}-DELETE" id="id_${of}-DELETE"${raw(marked ? ' checked' : '')}>`;

function imagesOf(of: string, { images, imageErrors }: Block): Html {
  const blank: Image = { ...none, index: images.length };
  const initial = images.filter(({ id }) => id !== undefined).length;
  return html`${management(of, images.length + 1, initial, 1000)}
    <div class="dynamic-img-form">
      ${imageErrors.length > 0 && html`<ul class="errorlist nonform">${[...new Set(imageErrors)].map((said) => html`<li>${said}</li>`)}</ul>`}
      ${[...images, blank].map((image, index) => imageOf(`${of}-${index}`, image))}
      <button type="button" class="btn btn-dark add-form add-img-form-row">Agregar más imagenes</button>
    </div>`;
}

function imageOf(of: string, { id, kept, remove, errors }: Image): Html {
  const said = errors.get('image');
  return html`<div class="form-group images">
    <input type="hidden" name="${of}-id" value="${id ?? ''}">
    ${removal(of, 'remove_img_span', remove)}
    <label for="id_${of}-image">Adjuntar imagen.</label>
    <input type="file" class="img-input" name="${of}-image" id="id_${of}-image" accept="image/*">
    ${kept !== undefined && html`<a href="${mediaUrl(kept)}" target="_blank">Vista previa</a>`}
    ${said !== undefined && html`<div class="invalid-feedback d-block">${said}</div>`}
  </div>`;
}
