import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Exchange } from '../../fixtures/http/exchange.ts';
import type { Session } from '../../fixtures/http/session.ts';
import {
  readPage,
  readSourceMap,
  readStyle,
  reference,
  type Kind,
  type PageParts,
  type Reference,
  type SeenForm,
} from './read-page.ts';
import { routeOf } from './route.ts';

/** One route as the walk saw it, by one address of it. */
export interface Seen extends PageParts {
  readonly route: string;
  readonly address: URL;
  readonly kind: Kind;
  /** The route that named it, or `start`. */
  readonly foundOn: string;
  readonly status: number;
  /** Of the content, without its parameters. */
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where the content is no text. */
  readonly body: string;
}

/** All that a walk saw. */
export interface Walk {
  readonly who: string;
  readonly origin: string;
  readonly seen: readonly Seen[];
  /** Routes of the target that were not asked for, as asking may change something. */
  readonly passedBy: readonly string[];
}

/** How far a walk goes. */
export interface Bounds {
  readonly routes: number;
  readonly ms: number;
}

interface Step {
  readonly reference: Reference;
  readonly foundOn: string;
}

/**
 * What a walk passes by: Construbot signs out, removes, switches companies, ends tutorials and
 * confirms addresses by links or by addresses that scripts send to.
 */
const changing =
  /log-?out|sign-?out|eliminar|delete|borrar|remov|company-change|detalle\/company\/|~redirect|confirm-email\/.|password\/reset\/key/i;

const textual = /^text\/|[/+](json|javascript|xml)$/;

/**
 * Walks over the application with GET alone, one address for each route, and never leaves it.
 *
 * @param session whose walk it is
 * @param who what findings call them
 * @param starts paths to begin with
 * @throws NotRun when the application has not been seen as a whole within the bounds
 */
export async function crawl(
  session: Session,
  who: string,
  starts: readonly string[],
  bounds: Bounds = { routes: 250, ms: 40_000 },
): Promise<Walk> {
  const { origin } = new URL(session.baseUrl);
  const until = performance.now() + bounds.ms;
  const seen = new Map<string, Seen>();
  const passedBy = new Set<string>();
  const steps: Step[] = starts
    .flatMap((path) => reference('start', path, new URL(origin)))
    .map((start) => ({ reference: start, foundOn: 'start' }));
  for (const step of steps) {
    const address = askable(step.reference.address);
    const route = routeOf(address);
    if (address.origin !== origin || seen.has(route)) continue;
    if (changing.test(address.pathname)) {
      passedBy.add(route);
      continue;
    }
    if (seen.size >= bounds.routes || performance.now() > until) {
      throw new NotRun(
        `needs a target that is seen within ${bounds.routes} routes and ${bounds.ms / 1000} s: the walk as ${who} had seen ${seen.size}`,
      );
    }
    const one = look(await session.request(address.href), { ...step, route, address });
    seen.set(route, one);
    // The list grows while it is walked through.
    steps.push(...one.references.map((next) => ({ reference: next, foundOn: route })));
  }
  return { who, origin, seen: [...seen.values()], passedBy: [...passedBy].sort() };
}

/** A search without a word is answered with 500; the real pages never send one. */
function askable(address: URL): URL {
  if (!address.pathname.endsWith('-autocomplete/') || address.searchParams.has('q')) return address;
  const asked = new URL(address);
  asked.searchParams.set('q', 'qa');
  return asked;
}

function look(
  { status, headers, body, location }: Exchange,
  { reference: { kind }, foundOn, route, address }: Step & { route: string; address: URL },
): Seen {
  const type = (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
  const text = textual.test(type) ? body : '';
  const parts = partsOf(text, type, headers, address);
  const onward = location === undefined ? [] : reference('redirect', location, address);
  return {
    ...parts,
    references: [...parts.references, ...onward],
    ...{ route, address, kind, foundOn, status, type, headers, body: text },
  };
}

function partsOf(
  text: string,
  type: string,
  headers: Readonly<Record<string, string>>,
  address: URL,
): PageParts {
  const none: PageParts = { references: [], forms: [], comments: [] };
  const map = readSourceMap(text, headers, address);
  if (type === 'text/html') return readPage(text, address);
  if (type === 'text/css') return { ...none, references: [...readStyle(text, address), ...map] };
  return type.endsWith('javascript') ? { ...none, references: map } : none;
}

/** A walk as evidence: what there is and where, nothing of what it says. */
export function mapOf({ who, seen, passedBy }: Walk): string {
  const formOf = ({ method, action, fields }: SeenForm): string =>
    `${method} ${routeOf(action)}: ${fields.map(({ name, type }) => `${name} (${type})`).join(', ')}`;
  const routes = seen.map(({ route, status, type, kind, foundOn, forms }) => ({
    ...{ route, status, type, kind, foundOn },
    ...(forms.length === 0 ? {} : { forms: forms.map(formOf) }),
  }));
  return JSON.stringify({ who, routes, passedBy }, null, 2);
}
