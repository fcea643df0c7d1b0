import { escape } from '../../fixtures/html.ts';

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(4, '0');
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The ways in which a secret comes to be written in what a run leaves behind. */
export const forms: readonly [form: string, write: (text: string) => string][] = [
  ['as it is', (text) => text],
  ['percent-encoded', encodeURIComponent],
  [
    'percent-encoded in lower case',
    (text) => encodeURIComponent(text).replace(/%../g, (byte) => byte.toLowerCase()),
  ],
  ['percent-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['in a form body', (text) => new URLSearchParams({ q: text }).toString().slice(2)],
  ['in JSON', inJson],
  ['in JSON of ASCII alone', (text) => inJson(text).replace(/[^ -~]/g, (s) => `\\u${hex(s)}`)],
  ['in JSON within JSON', (text) => inJson(inJson(text))],
  ['in JSON within an address', (text) => encodeURIComponent(inJson(text))],
  ['in JavaScript', (text) => text.replace(/\W/g, (s) => `\\u${hex(s).toUpperCase()}`)],
  ['in HTML', escape],
  ['in HTML, by decimal numbers', (text) => text.replace(/\W/g, (s) => `&#${s.charCodeAt(0)};`)],
  ['in HTML, by hexadecimal numbers', (text) => text.replace(/\W/g, (s) => `&#x${hex(s)};`)],
  ['in HTML within JSON', (text) => inJson(escape(text))],
  ['in JSON within HTML', (text) => escape(inJson(text))],
  ['in HTML within HTML', (text) => escape(escape(text))],
  ['in single quotes of YAML', (text) => text.replaceAll("'", "''")],
  ['as bytes that were read one by one', (text) => Buffer.from(text).toString('latin1')],
];
