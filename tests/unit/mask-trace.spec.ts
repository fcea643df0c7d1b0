import { expect, test } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { maskContent } from '../../report/mask-trace.ts';

const mask = (text: string): string => text.replaceAll('canary', '•••');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe);
const textsIn = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  );

test('every text of a trace is masked, what is no text stays', () => {
  const trace = zipSync({
    'test.trace': bytesOf('{"title":"Fill \\"canary\\""}'),
    '0-trace.network': bytesOf('{"value":"señal canary"}\n{}'),
    'resources/a.html': bytesOf('<p>nothing</p>'),
    'resources/b.png': picture,
    'attachments/c': zipSync({ 'inner.json': bytesOf('"canary"') }),
  });
  const masked = unzipSync(maskContent(trace, mask));
  const { 'attachments/c': inner = picture, 'resources/b.png': png, ...texts } = masked;
  expect(Object.values(texts).map((bytes) => Buffer.from(bytes).toString())).toEqual([
    '{"title":"Fill \\"•••\\""}',
    '{"value":"señal •••"}\n{}',
    '<p>nothing</p>',
  ]);
  expect(png).toEqual(picture);
  expect(textsIn(inner)).toEqual({ 'inner.json': '"•••"' });
});

test('of a form body with a picture in it the texts are masked and the picture stays', () => {
  const body = Buffer.concat([
    Buffer.from('--x canary\r\n'),
    picture,
    Buffer.from('\r\n--x canary'),
  ]);
  expect(maskContent(body, mask)).toEqual(
    Buffer.concat([Buffer.from('--x ***\r\n'), picture, Buffer.from('\r\n--x ***')]),
  );
});

test('what holds nothing to hide is not written anew', () => {
  for (const content of [zipSync({ a: bytesOf('nothing') }), bytesOf('nothing'), picture]) {
    expect(maskContent(content, mask)).toBe(content);
  }
});

test('an archive that cannot be opened is not kept, the others around it are', () => {
  const damaged = bytesOf('PK\u0003\u0004 canary');
  const said = 'A damaged archive, not kept: nothing in it can be masked.';
  expect(Buffer.from(maskContent(damaged, mask)).toString()).toBe(said);
  const around = zipSync({ a: damaged, b: bytesOf('b') });
  expect(textsIn(maskContent(around, mask))).toEqual({ a: said, b: 'b' });
});
