// Imports nothing: k6 reads it as well.

/** What the key pages show: ids of a contract and of its estimate. */
export interface Shown {
  readonly contrato: number;
  readonly estimacion: number;
}

/** A page that everybody opens every day. */
export interface KeyPage {
  readonly name: string;
  readonly role: 'anonymous' | 'director';
  readonly path: (shown: Shown) => string;
}

/** The way of a director from the door to the printer. */
export const keyPages: readonly KeyPage[] = [
  { name: 'login page', role: 'anonymous', path: () => '/accounts/login/' },
  { name: 'dashboard', role: 'director', path: () => '/proyectos/' },
  { name: 'list of contracts', role: 'director', path: () => '/proyectos/listado/contratos/' },
  {
    name: 'page of a contract',
    role: 'director',
    path: ({ contrato }) => `/proyectos/contrato/detalle/${contrato}/`,
  },
  {
    name: 'page of an estimate',
    role: 'director',
    path: ({ estimacion }) => `/proyectos/estimacion/detalle/${estimacion}/`,
  },
  {
    name: 'print page of an estimate',
    role: 'director',
    path: ({ estimacion }) => `/proyectos/estimacion/pdf/${estimacion}/`,
  },
];
