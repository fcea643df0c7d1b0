import type { FastifyRequest } from 'fastify';
import { Sent, type Uploaded } from './context.ts';

/** Reads what a request sends: a form, a form with files, or JSON. */
export async function readBody(request: FastifyRequest): Promise<Sent> {
  const values = new Map<string, string[]>();
  const files = new Map<string, Uploaded>();
  const add = (name: string, value: string): void => {
    values.set(name, [...(values.get(name) ?? []), value]);
  };
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'field') add(part.fieldname, String(part.value));
      else {
        const bytes = await part.toBuffer();
        // A file input that was left alone is sent with neither name nor content.
        if (part.filename !== '') {
          files.set(part.fieldname, { name: part.filename, type: part.mimetype, bytes });
        }
      }
    }
    return new Sent(values, files);
  }
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  if (request.headers['content-type']?.startsWith('application/json') === true) {
    return new Sent(values, files, parse(text));
  }
  for (const [name, value] of new URLSearchParams(text)) add(name, value);
  return new Sent(values, files);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
