import type { Construbot } from '../fixtures/construbot/index.ts';
import { estimacionesOf } from '../fixtures/construbot/estimacion-name.ts';
import { addedRows, onlyRows } from '../fixtures/construbot/formset.ts';
import type { Place } from '../fixtures/access/place.ts';
import type { Factories } from '../fixtures/factories/index.ts';
import type { HtmlForm } from '../fixtures/http/html-form.ts';
import type { Fields, Session } from '../fixtures/http/session.ts';
import type { Planned } from '../fixtures/test/planned.ts';
import { allWays, filled, tellingWays, withToken } from './forged-post.ts';

/** What arranging a form takes. */
export interface Needs {
  readonly construbot: Construbot;
  readonly make: Factories;
  readonly planned: Planned;
  /** Session of the arranging side, to look with. */
  readonly keeper: Session;
  /** A contract with all that belongs to it. */
  readonly place: Place;
}

/** A form that is arranged: what to send, and how to see whether it was taken. */
export interface Arranged {
  readonly path: string;
  /** Page that has the form, or at least a token; `path` unless given. */
  readonly page?: string;
  /** Names by which the form is found on its page. */
  readonly form?: readonly string[];
  readonly fill: (form: HtmlForm) => Fields;
  /** What the form changes, seen from the arranging side. */
  readonly look: () => Promise<unknown>;
  /** Status of the answer when it is taken; 302 unless given. */
  readonly taken?: number;
}

export interface ChangingForm {
  readonly what: string;
  readonly arrange: (needs: Needs) => Promise<Arranged>;
}

type Kind = 'contraparte' | 'sitio' | 'destinatario' | 'contrato';

const creation = (
  what: string,
  kind: Kind,
  draft: (needs: Needs) => { path: string; name: string; fields: Fields },
): ChangingForm => ({
  what,
  arrange: async (needs) => {
    const { path, name, fields } = draft(needs);
    needs.planned(kind, name);
    return Promise.resolve({
      path,
      fill: (form) => filled(form, fields),
      look: () => needs.construbot.borrado.find(kind, name),
    });
  },
});

const edition = (
  what: string,
  kind: Kind,
  path: (place: Place) => string,
  field: string,
): ChangingForm => ({
  what,
  arrange: async ({ make, planned, keeper, place }) => {
    const name = `Otro nombre ${make.unico()}`;
    planned(kind, name);
    return Promise.resolve({
      path: path(place),
      fill: (form) => filled(form, { [field]: name }),
      look: async () => (await keeper.formOf(path(place))).get(field),
    });
  },
});

const deletion = (
  what: string,
  path: (place: Place) => string,
  detail: (place: Place) => string,
): ChangingForm => ({
  what,
  arrange: async ({ keeper, place }) =>
    Promise.resolve({
      path: path(place),
      fill: filled,
      look: async () => (await keeper.request(detail(place))).status,
      taken: 200,
    }),
});

const creadas: readonly ChangingForm[] = [
  creation('a new client', 'contraparte', ({ make }) => {
    const { nombre, tipo } = make.contraparte();
    return {
      path: '/proyectos/cliente/nuevo/',
      name: nombre,
      fields: { cliente_name: nombre, tipo },
    };
  }),
  creation('a new site', 'sitio', ({ make, place }) => {
    const { nombre, ubicacion } = make.sitio();
    const cliente = String(place.contraparte);
    return {
      path: '/proyectos/sitio/nuevo/',
      name: nombre,
      fields: { sitio_name: nombre, sitio_location: ubicacion, cliente },
    };
  }),
  creation('a new contact', 'destinatario', ({ make, place }) => {
    const { nombre, puesto } = make.destinatario();
    const contraparte = String(place.contraparte);
    return {
      path: '/proyectos/destinatario/nuevo/',
      name: nombre,
      fields: { destinatario_text: nombre, puesto, contraparte },
    };
  }),
  creation('a new contract', 'contrato', ({ make, place }) => {
    const draft = make.contrato();
    return {
      path: '/proyectos/contrato/nuevo/',
      name: draft.nombreCorto,
      fields: {
        code: draft.codigo,
        fecha: draft.fecha,
        contrato_name: draft.nombre,
        contrato_shortName: draft.nombreCorto,
        contraparte: String(place.contraparte),
        sitio: String(place.sitio),
        monto: draft.monto,
        anticipo: draft.anticipo,
      },
    };
  }),
];

const cambiadas: readonly ChangingForm[] = [
  edition(
    'another name for a client',
    'contraparte',
    ({ contraparte }) => `/proyectos/editar/cliente/${contraparte}/`,
    'cliente_name',
  ),
  edition(
    'another name for a site',
    'sitio',
    ({ sitio }) => `/proyectos/editar/sitio/${sitio}/`,
    'sitio_name',
  ),
  edition(
    'another name for a contact',
    'destinatario',
    ({ destinatario }) => `/proyectos/editar/destinatario/${destinatario}/`,
    'destinatario_text',
  ),
  edition(
    'another name for a contract',
    'contrato',
    ({ contrato }) => `/proyectos/editar/contrato/${contrato}/`,
    'contrato_shortName',
  ),
];

// What hangs on another one first: it would go along with it.
const borradas: readonly ChangingForm[] = [
  deletion(
    'the deletion of an estimate',
    ({ estimacion }) => `/proyectos/eliminar/Estimate/${estimacion}/`,
    ({ estimacion }) => `/proyectos/estimacion/detalle/${estimacion}/`,
  ),
  deletion(
    'the deletion of a contract',
    ({ contrato }) => `/proyectos/eliminar/Contrato/${contrato}/`,
    ({ contrato }) => `/proyectos/contrato/detalle/${contrato}/`,
  ),
  deletion(
    'the deletion of a contact',
    ({ destinatario }) => `/proyectos/eliminar/Destinatario/${destinatario}/`,
    ({ destinatario }) => `/proyectos/destinatario/detalle/${destinatario}/`,
  ),
  deletion(
    'the deletion of a site',
    ({ sitio }) => `/proyectos/eliminar/Sitio/${sitio}/`,
    ({ sitio }) => `/proyectos/sitio/detalle/${sitio}/`,
  ),
  deletion(
    'the deletion of a client',
    ({ contraparte }) => `/proyectos/eliminar/Contraparte/${contraparte}/`,
    ({ contraparte }) => `/proyectos/cliente/detalle/${contraparte}/`,
  ),
];

const listas: readonly ChangingForm[] = [
  {
    what: 'a new unit',
    arrange: async ({ construbot, make, planned }) => {
      const unit = make.unidad('pza');
      planned('unidad', unit);
      return Promise.resolve({
        path: '/proyectos/contrato/catalogo-unidades/',
        form: ['units_set-TOTAL_FORMS'],
        fill: (form) => withToken(form, onlyRows('units_set', [], [{ unit }])),
        look: async () => (await construbot.unidades.list()).get(unit),
      });
    },
  },
  {
    what: 'a new concept of a contract',
    arrange: async ({ construbot, make, place }) => {
      const draft = make.concepto();
      const unit = (await construbot.unidades.ensure([draft.unidad])).get(draft.unidad);
      const row = {
        code: draft.codigo,
        concept_text: draft.texto,
        unit: String(unit),
        total_cuantity: draft.cantidad,
        unit_price: draft.precio,
      };
      return {
        path: `/proyectos/contrato/catalogo-edit/${place.contrato}/`,
        form: ['concept_set-TOTAL_FORMS'],
        fill: (form) => filled(form, addedRows(form, 'concept_set', [row])),
        look: () => construbot.conceptos.list(place.contrato),
      };
    },
  },
  {
    what: 'a new retention of a contract',
    arrange: async ({ construbot, make, place }) =>
      Promise.resolve({
        path: `/proyectos/contrato/retenciones-edit/${place.contrato}/`,
        form: ['retenciones_set-TOTAL_FORMS'],
        fill: (form) => filled(form, addedRows(form, 'retenciones_set', [{ ...make.retencion() }])),
        look: () => construbot.retenciones.list(place.contrato),
      }),
  },
];

const enUnaObra: readonly ChangingForm[] = [
  {
    what: 'a new subcontract',
    arrange: async ({ construbot, make, planned, place }) => {
      const { id } = await construbot.contrapartes.create(
        make.contraparte({ tipo: 'SUBCONTRATISTA' }),
      );
      const draft = make.contrato();
      planned('contrato', draft.nombreCorto);
      const fields = {
        code: draft.codigo,
        fecha: draft.fecha,
        contrato_name: draft.nombre,
        contrato_shortName: draft.nombreCorto,
        contraparte: String(id),
        monto: draft.monto,
        anticipo: draft.anticipo,
      };
      return {
        path: `/proyectos/subcontrato/nuevo/${place.contrato}/`,
        fill: (form) => filled(form, fields),
        look: () => construbot.borrado.find('contrato', draft.nombreCorto),
      };
    },
  },
  {
    what: 'a new estimate',
    // It goes with its contract, so no journal.
    arrange: async ({ make, keeper, place }) => {
      const { inicio, fin, autorizacion } = make.estimacion();
      return Promise.resolve({
        path: `/proyectos/estimacion/nuevo/${place.contrato}/`,
        form: ['consecutive', 'supervised_by'],
        fill: (form) =>
          filled(form, {
            supervised_by: form.values.get('draft_by') ?? [],
            start_date: inicio,
            finish_date: fin,
            auth_date: autorizacion,
          }),
        look: async () => (await estimacionesOf(keeper, place.contrato)).size,
      });
    },
  },
  {
    what: 'another period for an estimate',
    arrange: async ({ keeper, place }) => {
      const path = `/proyectos/editar/estimacion/${place.estimacion}/`;
      return Promise.resolve({
        path,
        form: ['consecutive', 'supervised_by'],
        fill: (form) => filled(form, { finish_date: '2026-12-24' }),
        look: async () => (await keeper.formOf(path)).get('finish_date'),
      });
    },
  },
  {
    what: 'a client made while searching',
    arrange: async ({ construbot, make, planned }) => {
      const { nombre } = make.contraparte();
      planned('contraparte', nombre);
      return Promise.resolve({
        path: '/proyectos/cliente-autocomplete/',
        page: '/proyectos/sitio/nuevo/',
        fill: (form) => withToken(form, { text: nombre }),
        look: () => construbot.borrado.find('contraparte', nombre),
        taken: 200,
      });
    },
  },
];

const groups = [
  { group: 'a new client, site, contact or contract', forms: creadas },
  { group: 'another name for a client, site, contact or contract', forms: cambiadas },
  { group: 'the deletion of an estimate, contract, contact, site or client', forms: borradas },
  { group: 'a new unit, concept or retention', forms: listas },
  {
    group: 'a new subcontract, estimate, period, or a client made while searching',
    forms: enUnaObra,
  },
];

/** The forms of the proyectos area that change something, as a director meets them. */
export const changingForms = groups.map(({ group, forms }) => ({
  group,
  // On one form of a group all ways, on the others those that tell it apart.
  forms: forms.map((form, nth) => ({ ...form, ways: nth === 0 ? allWays : tellingWays })),
}));
