import { expect, test } from '@playwright/test';
import { lifeOf, readCookie } from '../../security/set-cookie.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

const lines = [
  { line: 'sessionid=a; Path=/; Secure', seconds: undefined },
  { line: 'sessionid=a; Max-Age=60; Path=/', seconds: 60 },
  { line: 'sessionid=a; max-age=0', seconds: 0 },
  { line: 'sessionid=a; expires=Thu, 01 Jan 2026 00:02:00 GMT; Path=/', seconds: 120 },
  // Max-Age is the one that counts.
  { line: 'sessionid=a; expires=Thu, 01 Jan 2026 00:02:00 GMT; Max-Age=60', seconds: 60 },
  // The name of a cookie is no attribute.
  { line: 'max-age=5; Path=/', seconds: undefined },
] as const;

for (const { line, seconds } of lines) {
  test(`${line} lasts ${String(seconds)} seconds`, () => {
    expect(lifeOf(readCookie(line), now)).toBe(seconds);
  });
}
