/** A table, and how many rows are in it. */
export interface Table {
  readonly name: string;
  readonly rows: number;
}

/** Tables that a Construbot in use has rows in: its own first user belongs to a customer and a company. */
const filled = ['django_migrations', 'users_user', 'users_customer', 'users_company'];
/** Those of its work, which a new one may not have begun. */
const others = [
  'proyectos_contraparte',
  'proyectos_sitio',
  'proyectos_contrato',
  'proyectos_concept',
  'proyectos_estimate',
  'proyectos_estimateconcept',
];

/** What is wrong with what a dump has restored, in words that follow its name. */
export function judgeTables(tables: readonly Table[]): string[] {
  if (tables.length === 0) return ['holds no table'];
  const rows = new Map(tables.map((one) => [one.name, one.rows]));
  const missing = [...filled, ...others].filter((name) => !rows.has(name));
  if (missing.length > 0) return [`is no dump of Construbot: it lacks ${missing.join(', ')}`];
  const empty = filled.filter((name) => rows.get(name) === 0);
  return empty.length === 0 ? [] : [`holds no row of ${empty.join(', ')}`];
}
