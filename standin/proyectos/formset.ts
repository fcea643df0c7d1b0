import { page, type Answer } from '../web/answer.ts';
import { asset } from '../web/assets.ts';
import type { Context } from '../web/context.ts';
import { csrfField, wrong } from '../web/form.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { layout, widgets } from '../web/layout.ts';
import { unescapedUnder } from '../web/unescaped.ts';

/** A column of a table that is edited row by row. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly kind: 'text' | 'textarea' | 'number' | 'select' | 'unit';
  readonly options?: readonly (readonly [value: string, text: string])[];
  /** What a new row starts with. */
  readonly initial?: string;
  readonly max?: number;
}

/** A row as it was saved or sent. */
export interface FormsetRow {
  readonly index: number;
  /** Primary key of a saved row. */
  readonly id: number | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly remove: boolean;
  readonly errors: Map<string, string>;
  /** Text of the chosen unit, for its select. */
  readonly unit?: string | undefined;
}

export interface Formset {
  readonly prefix: string;
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly FormsetRow[];
  readonly cancelPath: string;
  readonly excel: boolean;
  readonly general?: readonly string[];
}

/** Rows as they were sent; an extra row that nobody touched is left out. */
export function sentRows(ctx: Context, prefix: string, columns: readonly Column[]): FormsetRow[] {
  const total = Number(ctx.sent.get(`${prefix}-TOTAL_FORMS`));
  return Array.from({ length: total }, (_, index): FormsetRow => {
    const of = (name: string): string => ctx.sent.get(`${prefix}-${index}-${name}`);
    return {
      index,
      id: of('id') === '' ? undefined : Number(of('id')),
      values: Object.fromEntries(columns.map(({ name }) => [name, of(name)])),
      remove: ctx.sent.has(`${prefix}-${index}-DELETE`),
      errors: new Map(),
    };
  }).filter((row) => row.id !== undefined || touched(row, columns));
}

const touched = ({ values }: FormsetRow, columns: readonly Column[]): boolean =>
  columns.some(({ name, initial = '' }) => (values[name] ?? '') !== initial);

interface Saved {
  readonly id: number;
}

/** Whether a row is one that was saved, of this table. */
export const isKnown = (ctx: Context, { id }: FormsetRow, saved: readonly Saved[]): boolean =>
  id !== undefined && (saved.some((one) => one.id === id) || ctx.isOn('formset-row-foreign'));

/** What is wrong with rows that claim to be saved ones of another table. */
export const foreignRows = (
  ctx: Context,
  rows: readonly FormsetRow[],
  saved: readonly Saved[],
): string[] =>
  rows.every((row) => row.id === undefined || isKnown(ctx, row, saved))
    ? []
    : [`(Campo oculto id) ${wrong.object}`];

/** The page of a table: the rows, one blank row more, and a button that adds another. */
export function formsetPage(ctx: Context, formset: Formset): Answer {
  const { prefix, columns, rows } = formset;
  const saved = rows.filter(({ id }) => id !== undefined).length;
  const blank: FormsetRow = {
    index: rows.length,
    id: undefined,
    values: Object.fromEntries(columns.map(({ name, initial = '' }) => [name, initial])),
    remove: false,
    errors: new Map(),
  };
  const shown = [...rows.map((row, index) => ({ ...row, index })), blank];
  return page(
    layout(
      ctx,
      html`<h2 class="h3">${formset.heading}</h2>
${addButton}
${formset.excel && raw('<button type="button" id="lanzar-excel" class="btn btn-success" data-toggle="modal" data-target="#excelModal">Importar desde archivo de Excel</button>')}
<form method="post" enctype="multipart/form-data" data-formset="${prefix}">${csrfField(ctx)}
${formset.excel && html`<input type="hidden" name="contrato" value="${ctx.params['id'] ?? ''}">${excelDialog}`}
${(formset.general ?? []).map((said) => html`<div class="alert alert-danger" role="alert">${said}</div>`)}
<input type="hidden" name="${prefix}-TOTAL_FORMS" id="id_${prefix}-TOTAL_FORMS" value="${shown.length}">
<input type="hidden" name="${prefix}-INITIAL_FORMS" value="${saved}">
<input type="hidden" name="${prefix}-MIN_NUM_FORMS" value="0"><input type="hidden" name="${prefix}-MAX_NUM_FORMS" value="1000">
<table id="formset" class="table_inline"><thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}<th scope="col">¿Eliminar?</th></tr></thead>
<tbody>${shown.map((row) => rowOf(ctx, prefix, columns, row))}</tbody></table>
<div class="cont_buttons"><a class="btn" href="${formset.cancelPath}">Cancelar</a> <button type="submit" class="btn btn-primary">Guardar</button></div>
</form>${addButton}`,
      {
        title: '',
        companySwitch: false,
        scripts: html`${widgets.scripts}<script src="${asset('formset.js')}"></script>`,
      },
    ),
  );
}

const addButton = raw(
  '<button type="button" class="btn btn-default add-form-row" aria-label="Agregar renglón"><span class="oi oi-plus" aria-hidden="true"></span></button>',
);

const excelDialog =
  raw(`<div class="modal fade" id="excelModal" tabindex="-1" role="dialog" aria-labelledby="excel-title" aria-hidden="true"><div class="modal-dialog" role="document"><div class="modal-content">
<div class="modal-header"><h5 class="modal-title" id="excel-title">Subir desde Excel</h5></div>
<div class="modal-body"><label for="id_excel_file">Excel a subir:</label> <input type="file" name="excel-file" id="id_excel_file"></div>
<div class="modal-footer"><button type="button" class="btn btn-secondary" data-dismiss="modal">Cerrar</button> <button type="submit" class="btn btn-primary">Guardar</button></div>
</div></div></div>`);

function rowOf(ctx: Context, prefix: string, columns: readonly Column[], row: FormsetRow): Html {
  const name = `${prefix}-${row.index}`;
  return html`<tr class="dynamic-form">${columns.map((column, i) => {
    const said = row.errors.get(column.name);
    return html`<td class="inlineRow">${i === 0 && html`<input type="hidden" name="${name}-id" value="${row.id ?? ''}">`}
${said !== undefined && html`<ul class="errorlist"><li>${said}</li></ul>`}${cell(ctx, name, column, row)}</td>`;
  })}<td><input type="checkbox" name="${name}-DELETE" id="id_${name}-DELETE" aria-label="Eliminar renglón ${row.index + 1}"></td></tr>`;
}

function cell(ctx: Context, name: string, column: Column, row: FormsetRow): Html {
  const value = row.values[column.name] ?? '';
  const printed = unescapedUnder(ctx, 'catalogue-values-unescaped', value);
  const common = html`name="${name}-${column.name}" id="id_${name}-${column.name}" aria-label="${column.title}"`;
  const max = raw(column.max === undefined ? '' : ` maxlength="${column.max}"`);
  switch (column.kind) {
    case 'textarea':
      return html`<textarea ${common} rows="4" cols="20">${printed}</textarea>`;
    case 'number':
      return html`<input type="number" step="any" ${common} value="${value}">`;
    case 'select':
      return html`<select ${common}>${(column.options ?? []).map(([key, text]) => html`<option value="${key}"${key === value && raw(' selected')}>${text}</option>`)}</select>`;
    case 'unit':
      return html`<select ${common} data-search="/proyectos/unit-autocomplete/" data-least="1" data-forward=""><option value=""></option>${value !== '' && html`<option value="${value}" selected>${row.unit ?? value}</option>`}</select>`;
    default:
      return html`<input type="text" ${common} value="${printed}"${max}>`;
  }
}
