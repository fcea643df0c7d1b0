import { Html } from '../../fixtures/html.ts';

/** What the stand-in answers to a request. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const answer = (
  status: number,
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Answer => ({ status, type, body, headers });

const keptByNobody = 'max-age=0, no-cache, no-store, must-revalidate, private';

/** A page. Pages of somebody who is signed in are kept by no cache. */
export const page = (content: Html, status = 200): Answer =>
  answer(status, 'text/html; charset=utf-8', content.text, {
    'cache-control': keptByNobody,
    vary: 'Cookie',
  });

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  answer(status, 'application/json', JSON.stringify(value), {
    'cache-control': keptByNobody,
    vary: 'Accept, Cookie',
    ...headers,
  });

export const redirect = (location: string, status = 302): Answer =>
  answer(status, 'text/html; charset=utf-8', '', { location, vary: 'Cookie' });

export const text = (status: number, body: string): Answer =>
  answer(status, 'text/html; charset=utf-8', body);

export const file = (
  type: string,
  body: Buffer,
  headers: Record<string, string>,
  status = 200,
): Answer => answer(status, type, body, headers);

/** Ends a request with an answer from wherever it is noticed; what was written is rolled back. */
export class Ends extends Error {
  constructor(readonly answer: Answer) {
    super(`ends with ${answer.status}`);
  }
}

export const forbidden = (): Ends =>
  new Ends(
    page(
      new Html(
        '<!doctype html><html lang="en"><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>',
      ),
      403,
    ),
  );

/** Asks for the styled page of an object that is not there; the server fills it in. */
export class NotFound extends Error {}
