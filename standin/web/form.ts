import type { Context } from './context.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { unescapedUnder } from './unescaped.ts';

/** Django's words for what is wrong with a field. */
export const wrong = {
  required: 'Este campo es requerido.',
  long: (most: number, has: number): string =>
    `Asegúrese de que este valor tenga como máximo ${most} caracteres (tiene ${has}).`,
  choice: (value: string): string =>
    `Seleccione una opción válida. ${value} no es una de las opciones disponibles.`,
  object: 'Seleccione una opción válida. La opción seleccionada no es una de las disponibles.',
  number: 'Introduzca un número.',
  date: 'Introduzca una fecha válida.',
  email: 'Introduzca una dirección de correo electrónico válida.',
  nul: 'Caracteres nulos no están permitidos.',
  digits: (most: number): string => `Asegúrese de que no hay más de ${most} dígitos en total.`,
  before: (most: number): string =>
    `Asegúrese de que no haya más de ${most} ${most === 1 ? 'dígito' : 'dígitos'} antes del punto decimal.`,
  after: (most: number): string => `Asegúrese de que no haya más de ${most} decimales.`,
};

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A control of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind:
    | 'text'
    | 'email'
    | 'password'
    | 'number'
    | 'date'
    | 'checkbox'
    | 'file'
    | 'textarea'
    | 'select'
    | 'multiple'
    | 'hidden';
  readonly required?: boolean;
  readonly max?: number;
  readonly help?: string | Html;
  readonly readonly?: boolean;
  readonly accept?: string;
  readonly step?: string;
  readonly placeholder?: string;
  /** What the browser may fill in by itself, in HTML's words. */
  readonly autocomplete?: string;
  /** Whether a password that was sent comes back in the page; it never should. */
  readonly keepsPassword?: boolean;
  /** Options of a select; of one that searches, those that are chosen. */
  readonly options?: readonly Option[];
  /** Address that the select searches at, and fields whose values go with it. */
  readonly search?: {
    readonly url: string;
    readonly least: number;
    readonly forward?: readonly string[];
  };
}

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form that was sent, or is shown for the first time. */
export class Form {
  readonly errors = new Map<string, string[]>();
  /** What is wrong with the form as a whole. */
  readonly general: string[] = [];

  constructor(
    readonly fields: readonly Field[],
    readonly values: Values,
  ) {}

  /** The values of a form as they were sent. */
  static sent(ctx: Context, fields: readonly Field[]): Form {
    const values = Object.fromEntries(
      fields.map(({ name, kind }) => [
        name,
        kind === 'multiple'
          ? ctx.sent.all(name)
          : // Space at the ends of a password is part of it.
            kind === 'password'
            ? (ctx.sent.all(name).at(-1) ?? '')
            : ctx.sent.get(name),
      ]),
    );
    const form = new Form(fields, values);
    for (const field of fields) form.#check(ctx, field);
    return form;
  }

  /**
   * The same form, errors included, with other fields: the options of what was chosen are only
   * known once it has been read.
   */
  withFields(fields: readonly Field[], values: Values = this.values): Form {
    const form = new Form(fields, values);
    for (const [name, said] of this.errors) form.errors.set(name, [...said]);
    form.general.push(...this.general);
    return form;
  }

  get valid(): boolean {
    return this.errors.size === 0 && this.general.length === 0;
  }

  text(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  }

  list(name: string): readonly string[] {
    const value = this.values[name];
    return typeof value === 'string' ? [value] : (value ?? []);
  }

  fail(name: string, said: string): void {
    this.errors.set(name, [...(this.errors.get(name) ?? []), said]);
  }

  #check(ctx: Context, field: Field): void {
    const wrongs = this.#wrong(field);
    if (wrongs === wrong.nul && ctx.isOn('nul-in-form-500')) throw new Error(wrongs);
    const said = unlessPardoned(ctx, wrongs);
    if (said !== undefined) this.fail(field.name, said);
  }

  #wrong(field: Field): string | undefined {
    const { name, kind, required = false, max } = field;
    const value = kind === 'multiple' ? this.list(name).join('') : this.text(name);
    if (kind === 'file' || kind === 'checkbox') return undefined;
    if (value === '') return required ? wrong.required : undefined;
    if (value.includes('\0')) return wrong.nul;
    if (max !== undefined && value.length > max) return wrong.long(max, value.length);
    if (kind === 'date' && !isDate(value)) return wrong.date;
    if (kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return wrong.email;
    if (kind === 'number' && !isNumber(value)) return wrong.number;
    const fixed = kind === 'select' && field.search === undefined;
    if (fixed && !field.options?.some((option) => option.value === value)) {
      return wrong.choice(value);
    }
    return undefined;
  }
}

/** What is wrong with a field, unless a fault lets it pass. */
export function unlessPardoned(ctx: Context, said: string | undefined): string | undefined {
  // The database takes no null characters, whoever lets them pass.
  if (said === undefined || said === wrong.nul) return said;
  const fault = said === wrong.required ? 'empty-fields-accepted' : 'bad-values-accepted';
  return ctx.isOn(fault) ? undefined : said;
}

export const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

export const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);

/** Checks a decimal against the size of its column; gives what is wrong, or undefined. */
export function wrongDecimal(value: string, digits: number, decimals: number): string | undefined {
  if (!isNumber(value)) return wrong.number;
  const [whole = '', fraction = ''] = value
    .replace('-', '')
    .replace(/^0+(?=\d)/, '')
    .split('.');
  const significant = whole === '0' ? '' : whole;
  if (significant.length + fraction.length > digits) return wrong.digits(digits);
  if (fraction.length > decimals) return wrong.after(decimals);
  return significant.length > digits - decimals ? wrong.before(digits - decimals) : undefined;
}

/** The whole form with its token and button. */
export function renderForm(
  ctx: Context,
  form: Form,
  options: {
    readonly button: Html;
    readonly id?: string;
    readonly className?: string;
    readonly action?: string;
    readonly extra?: Html;
    readonly novalidate?: boolean;
  },
): Html {
  const multipart = form.fields.some(({ kind }) => kind === 'file');
  return html`<form${raw(options.id === undefined ? '' : ` id="${options.id}"`)}${raw(options.className === undefined ? '' : ` class="${options.className}"`)} method="post" action="${options.action ?? ''}"${raw(multipart ? ' enctype="multipart/form-data"' : '')}${raw(options.novalidate === true ? ' novalidate' : '')}>
${csrfField(ctx)}
${form.general.map((said) => html`<div class="alert alert-danger" role="alert">${said}</div>`)}
${form.fields.map((field) => renderField(form, field, ctx))}
${options.extra}
${options.button}
</form>`;
}

export const csrfField = (ctx: Context): Html =>
  html`<input type="hidden" name="csrfmiddlewaretoken" value="${ctx.csrfToken()}" />`;

function renderField(form: Form, field: Field, ctx: Context): Html {
  const { name, label, kind, required = false } = field;
  if (kind === 'hidden') return control(ctx, form, field, '');
  const errors = form.errors.get(name) ?? [];
  const state = errors.length > 0 ? ' is-invalid' : '';
  const feedback = errors.map((said) => html`<div class="invalid-feedback">${said}</div>`);
  const help =
    field.help === undefined ? '' : html`<small class="form-text text-muted">${field.help}</small>`;
  const marked = required ? 'form-group required' : 'form-group';
  if (kind === 'checkbox') {
    return html`<div class="${marked}">
      <div class="form-check">
        ${control(ctx, form, field, state)}<label class="form-check-label" for="id_${name}"
          >${label}</label
        >${feedback}${help}
      </div>
    </div>`;
  }
  const bare = name === 'login' && ctx.isOn('login-without-label');
  return html`<div class="${marked}">
    ${bare ? '' : html`<label for="id_${name}">${label}</label>`}${control(ctx, form, field, state)}${feedback}${help}
  </div>`;
}

function control(ctx: Context, form: Form, field: Field, state: string): Html {
  const { name, kind, required = false, max, search } = field;
  const common = raw(
    [
      `name="${name}" id="id_${name}"`,
      required && kind !== 'hidden' ? 'required' : '',
      max === undefined ? '' : `maxlength="${max}"`,
      field.readonly === true ? 'readonly' : '',
      field.placeholder === undefined ? '' : `placeholder="${field.placeholder}"`,
      field.autocomplete === undefined ? '' : `autocomplete="${field.autocomplete}"`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const value = form.text(name);
  switch (kind) {
    case 'textarea':
      return html`<textarea class="form-control${state}" ${common}>${value}</textarea>`;
    case 'checkbox':
      return html`<input
        type="checkbox"
        class="form-check-input${state}"
        ${common}${raw(value === 'on' || value === 'true' ? ' checked' : '')}
      />`;
    case 'file':
      return html`<input
        type="file"
        class="form-control-file${state}"
        ${common}${raw(field.accept === undefined ? '' : ` accept="${field.accept}"`)}
      />`;
    case 'select':
    case 'multiple': {
      const chosen = new Set(form.list(name));
      const asHtml = search !== undefined && ctx.isOn('search-answers-as-html');
      const attributes = raw(
        search === undefined
          ? ''
          : ` data-search="${search.url}" data-least="${search.least}" data-forward="${search.forward?.join(',') ?? ''}"${asHtml ? ' data-html="on"' : ''}`,
      );
      return html`<select
        class="form-control${state}"
        ${common}${raw(kind === 'multiple' ? ' multiple' : '')}${attributes}
      >
        ${search !== undefined && kind === 'select' && raw('<option value=""></option>')}
        ${(field.options ?? []).map((option) => html`<option value="${option.value}" ${raw(chosen.has(option.value) ? ' selected' : '')}>${option.text}</option>`)}
      </select>`;
    }
    case 'date':
      return html`<input
        type="text"
        class="form-control datetimepicker-input${state}"
        data-toggle="datetimepicker"
        data-target="#id_${name}"
        value="${value}"
        ${common}
        autocomplete="off"
      />`;
    case 'hidden':
      return html`<input type="hidden" value="${value}" ${common} />`;
    case 'password':
      return html`<input
        type="password"
        class="form-control${state}"
        ${field.keepsPassword === true && html`value="${value}"`}
        ${common}
      />`;
    default:
      return html`<input
        type="${kind}"
        class="form-control${state}"
        value="${unescapedUnder(ctx, 'form-values-unescaped', value)}"
        ${common}${raw(field.step === undefined ? '' : ` step="${field.step}"`)}
      />`;
  }
}
