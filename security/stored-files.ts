import { load } from 'cheerio';
import { arrangeEjemplo } from '../fixtures/construbot/ejemplo.ts';
import type { Construbot } from '../fixtures/construbot/index.ts';
import { arrangeObra } from '../fixtures/construbot/obra.ts';
import type { Factories } from '../fixtures/factories/index.ts';
import { jpeg, pdf } from '../fixtures/files/index.ts';
import type { Exchange } from '../fixtures/http/exchange.ts';
import { Session } from '../fixtures/http/session.ts';
import type { Acting } from '../fixtures/test/acting.ts';

/**
 * The addresses of the images that an estimate shows, in the order of its page.
 *
 * @throws when the page does not answer 200
 */
export async function imagesOf(session: Session, estimacionId: number): Promise<URL[]> {
  const { body, url } = await session.get(`/proyectos/estimacion/detalle/${estimacionId}/`);
  const $ = load(body);
  return $('img[class^="estimateImage"]')
    .toArray()
    .map((image) => new URL($(image).attr('src') ?? '', url));
}

/**
 * The address of the PDF of a contract.
 *
 * @throws when the page of the contract does not answer 200, or names no file
 */
export async function pdfOf(session: Session, contratoId: number): Promise<URL> {
  const { body, url } = await session.get(`/proyectos/contrato/detalle/${contratoId}/`);
  const address = load(body)('[data-url]').attr('data-url') ?? '';
  if (address === '') throw new Error(`Contract ${contratoId} names no PDF`);
  return new URL(address, url);
}

/**
 * Asks for a stored file. A bucket of another host gets no cookies of the application.
 *
 * @param session who asks
 * @throws when there is no answer
 */
export async function fetchStored(session: Session, acting: Acting, at: URL): Promise<Exchange> {
  if (at.origin === new URL(session.baseUrl).origin) return session.request(at.href);
  const bucket = new Session({
    baseUrl: at.origin,
    onAnswer: (sent) => {
      acting.note(sent);
    },
  });
  return bucket.request(at.href);
}

/** The address without the signature that a bucket may have put behind it. */
export const unsigned = (at: URL): URL => new URL(at.pathname, at);

/** The address of the folder that a file lies in. */
export const folderOf = (at: URL): URL => new URL('.', unsigned(at));

/** All folders above a file; the bucket itself too, where it is no part of the application. */
export function foldersOf(at: URL, target: string): URL[] {
  const parts = at.pathname.split('/').slice(1, -1);
  const own = parts.map((_, i) => new URL(`/${parts.slice(0, i + 1).join('/')}/`, at));
  return at.origin === new URL(target).origin ? own : [new URL('/', at), ...own];
}

/** The name under which a file lies in its folder. */
export const nameOf = (at: URL): string =>
  decodeURIComponent(at.pathname.slice(at.pathname.lastIndexOf('/') + 1));

/**
 * Arranges a photograph of an estimate and the PDF of a contract.
 *
 * @param director who reads their addresses
 * @returns the addresses, the photograph's first
 * @throws what arranging throws; see {@link pdfOf}
 */
export async function arrangeFiles(
  construbot: Construbot,
  make: Factories,
  director: Session,
): Promise<URL[]> {
  const { contrato } = await arrangeEjemplo(construbot, make);
  const imagenes = [await jpeg({ width: 60, height: 40 })];
  const { id } = await construbot.estimaciones.create(
    contrato.id,
    make.estimacion({ avances: { E1: { cantidad: '1', imagenes } } }),
  );
  const { contrato: signed } = await arrangeObra(construbot, make, {}, { pdf: await pdf() });
  return [...(await imagesOf(director, id)), await pdfOf(director, signed.id)];
}
