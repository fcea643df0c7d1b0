/** Addresses whose last part is a name that somebody chose; it may look like a word of a route. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^(\/users\/(?:detalle|update)\/)(?!company\/)[^/]+\/$/, '$1<name>/'],
  [/^(\/accounts\/password\/change\/)[^/]+\/$/, '$1<name>/'],
  [/^(\/media\/).*?(\.\w+)?$/, '$1<file>$2'],
];

/**
 * The route that an address belongs to: numbers and names become placeholders, of a query only the
 * names are kept. Addresses of one route show the same page of different objects.
 *
 * @param address on the target
 * @returns for example `/proyectos/contrato/detalle/<n>/` or `/proyectos/listado/sitios/?page`
 */
export function routeOf({ pathname, searchParams }: URL): string {
  const named = names.find(([pattern]) => pattern.test(pathname));
  const path =
    named === undefined
      ? pathname.split('/').map(placeholder).join('/')
      : pathname.replace(named[0], named[1]);
  const asked = [...new Set(searchParams.keys())].sort().join('&');
  return asked === '' ? path : `${path}?${asked}`;
}

function placeholder(part: string): string {
  if (/^\d+$/.test(part)) return '<n>';
  // What Django's slugs and user names may hold, and the words of routes never do.
  return /[A-Z@%+ ]/.test(part) && !part.includes('.') ? '<slug>' : part;
}
