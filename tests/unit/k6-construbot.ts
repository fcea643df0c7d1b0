import type { IncomingMessage } from 'node:http';
import { loadServer, type LoadServer } from './load-server.ts';

/** As much of Construbot as the scripts of k6 look at, with the truth about what they have sent. */
export interface SmallConstrubot extends LoadServer {
  /** Pages that were asked for, in order. */
  readonly asked: string[];
  /** Sign-ins that were taken, by name, and sessions that were ended. */
  readonly signedIn: string[];
  readonly signedOut: string[];
  /** Who asked for a page, by name. */
  readonly by: string[];
  /** Quantities that were saved, in order. */
  readonly saved: string[];
}

export const password = 'canary-secret';
export const people = ['ana', 'eva'].map((username) => ({ username, password }));
export const work = { contrato: 7, estimacion: 9, contract: 'Puente Norte', concept: 'E1' };

const form = (token: string, fields = ''): string =>
  `<form action="/other/"><input name="q"></form><form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="${token}">${fields}</form>`;
const estimate =
  '<input name="consecutive" value="1"><select multiple name="auth_by"></select><textarea name="concept">Señal &amp; poste</textarea><input name="estimateconcept_set-0-cuantity_estimated" value="9">';

/**
 * Starts it.
 *
 * @param pageOf what a page shows to who is signed in; all that is looked for unless given
 */
export async function smallConstrubot(
  pageOf = (): string => `Puente Norte, E1, {"results": []}`,
): Promise<SmallConstrubot> {
  const seen = { asked: [], signedIn: [], signedOut: [], by: [], saved: [] } as Record<
    string,
    string[]
  >;
  const note = (list: string, what: string): void => void seen[list]?.push(what);
  const server = await loadServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const cookie = request.headers.cookie ?? '';
    const [, user] = /sessionid=of-(\w+)/.exec(cookie) ?? [];
    const show = (text: string): void => void response.end(text);
    const refuse = (): void => void response.writeHead(403).end('CSRF');
    const answerPost = async (): Promise<void> => {
      const fields = new URLSearchParams(await textOf(request));
      const token = fields.get('csrfmiddlewaretoken');
      // As Django: the cookie and the form carry the same secret, and the page is the referrer.
      const isOwn = cookie.includes(`csrftoken=${token}`) && token === 'the-token';
      if (!isOwn || !request.headers.referer?.endsWith(url.pathname)) {
        refuse();
      } else if (url.pathname === '/accounts/logout/') {
        note('signedOut', user ?? '');
        response.writeHead(302, { location: '/' }).end();
      } else if (url.pathname === '/proyectos/editar/estimacion/9/') {
        note('saved', fields.get('estimateconcept_set-0-cuantity_estimated') ?? '');
        note('by', user ?? 'nobody');
        response.writeHead(302, { location: '/proyectos/contrato/detalle/7/' }).end();
      } else if (fields.get('password') !== password) {
        show(form('the-token'));
      } else {
        const name = fields.get('login') ?? '';
        note('signedIn', name);
        response
          .writeHead(302, { location: '/proyectos/', 'set-cookie': `sessionid=of-${name}; Path=/` })
          .end();
      }
    };
    if (request.method === 'POST') {
      void answerPost();
    } else if (url.pathname.startsWith('/accounts/')) {
      response.setHeader('set-cookie', 'csrftoken=the-token; Path=/');
      show(form('the-token'));
    } else if (user !== undefined && url.pathname === '/proyectos/editar/estimacion/9/') {
      show(form('the-token', estimate));
    } else {
      note('asked', url.pathname);
      note('by', user ?? 'nobody');
      show(user === undefined ? form('the-token') : pageOf());
    }
  });
  return { ...server, ...seen } as unknown as SmallConstrubot;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
