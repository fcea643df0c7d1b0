import { expect, test } from '@playwright/test';
import { gradeOf, scoreOf, type Seen } from '../../security/observatory-score.ts';

const url = new URL('https://construbot.test/accounts/login/');

/** What the checklist asks for, and no more: a page without a Content-Security-Policy. */
const asAsked: Seen = {
  url,
  headers: {
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  },
  cookies: ['csrftoken=x; Max-Age=31449600; Path=/; SameSite=Lax; Secure; HttpOnly'],
  html: '<script src="/static/js/site.0123456789ab.js"></script><script src="https://code.jquery.com/j.js" integrity="sha384-x" crossorigin="anonymous"></script>',
  forForeign: { origin: 'https://evil.example', headers: {} },
  plain: { status: 301, location: 'https://construbot.test/accounts/login/' },
};

const withHeaders = (headers: Record<string, string>): Seen => ({
  ...asAsked,
  headers: { ...asAsked.headers, ...headers },
});
const withPolicy = (policy: string): Seen => withHeaders({ 'content-security-policy': policy });
const without = (name: string): Seen => ({
  ...asAsked,
  headers: Object.fromEntries(Object.entries(asAsked.headers).filter(([one]) => one !== name)),
});
const sessionCookie = (flags: string): Seen => ({
  ...asAsked,
  cookies: [`sessionid=x; Path=/${flags}`],
});

const rows: readonly { what: string; seen: Seen; score: number; grade: string }[] = [
  { what: 'what the checklist asks for', seen: asAsked, score: 75, grade: 'B' },
  {
    what: 'what the real application ships',
    seen: {
      ...withHeaders({ 'strict-transport-security': 'max-age=60; includeSubDomains' }),
      html: '<script src="https://cdnjs.cloudflare.com/select2.js"></script>',
    },
    score: 60,
    grade: 'C+',
  },
  { what: 'no HSTS', seen: without('strict-transport-security'), score: 55, grade: 'C' },
  { what: 'no nosniff', seen: without('x-content-type-options'), score: 70, grade: 'B' },
  { what: 'no X-Frame-Options', seen: without('x-frame-options'), score: 55, grade: 'C' },
  { what: 'no Referrer-Policy', seen: without('referrer-policy'), score: 75, grade: 'B' },
  {
    what: 'a Referrer-Policy that tells all',
    seen: withHeaders({ 'referrer-policy': 'no-referrer, unsafe-url' }),
    score: 70,
    grade: 'B',
  },
  // 100 + 5 policy + 5 cookies + 5 referrer + 5 scripts + 5 frames.
  {
    what: 'a good policy too',
    seen: withPolicy("default-src 'self'"),
    score: 125,
    grade: 'A+',
  },
  {
    what: 'the strictest policy and opener too',
    seen: withHeaders({
      'content-security-policy': "default-src 'none'; script-src 'self'",
      'cross-origin-opener-policy': 'same-origin',
    }),
    score: 140,
    grade: 'A+',
  },
  {
    what: 'a policy with inline scripts',
    seen: withPolicy("default-src 'self'; script-src 'self' 'unsafe-inline'"),
    score: 80,
    grade: 'B+',
  },
  {
    what: 'a policy whose nonce puts inline scripts out of force',
    seen: withPolicy("default-src 'self'; script-src 'nonce-x' 'unsafe-inline'"),
    score: 125,
    grade: 'A+',
  },
  {
    what: 'a policy with strict-dynamic, for old browsers everything',
    seen: withPolicy("default-src 'self'; script-src 'nonce-x' 'strict-dynamic' https: http:"),
    score: 125,
    grade: 'A+',
  },
  {
    what: 'a policy that says nothing on scripts',
    seen: withPolicy("img-src 'self'"),
    score: 80,
    grade: 'B+',
  },
  {
    what: 'a policy with scripts over plain HTTP',
    seen: withPolicy("default-src 'self'; script-src http://cdn.test"),
    score: 80,
    grade: 'B+',
  },
  // No extra below 90, and 90 gives it: 100 - 10, then + 5 + 5 + 5 + 5.
  {
    what: 'a policy with unsafe-eval',
    seen: withPolicy("default-src 'self' 'unsafe-eval'"),
    score: 110,
    grade: 'A+',
  },
  {
    what: 'two policies, the second of which is strict',
    seen: withPolicy("img-src *, default-src 'self'"),
    score: 125,
    grade: 'A+',
  },
  {
    what: 'frame-ancestors in place of X-Frame-Options',
    seen: {
      ...without('x-frame-options'),
      headers: {
        ...without('x-frame-options').headers,
        'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
      },
    },
    score: 125,
    grade: 'A+',
  },
  {
    what: 'a session cookie without Secure under HSTS',
    seen: sessionCookie('; HttpOnly; SameSite=Lax'),
    score: 65,
    grade: 'B-',
  },
  {
    what: 'a session cookie without HttpOnly',
    seen: sessionCookie('; Secure; SameSite=Lax'),
    score: 45,
    grade: 'C-',
  },
  {
    what: 'a csrftoken without SameSite',
    seen: { ...asAsked, cookies: ['csrftoken=x; Path=/; Secure; HttpOnly'] },
    score: 55,
    grade: 'C',
  },
  {
    what: 'a foreign origin that may read with cookies',
    seen: {
      ...asAsked,
      forForeign: {
        origin: 'https://evil.example',
        headers: {
          'access-control-allow-origin': 'https://evil.example',
          'access-control-allow-credentials': 'true',
        },
      },
    },
    score: 25,
    grade: 'D-',
  },
  {
    what: 'everybody may read, without cookies',
    seen: {
      ...asAsked,
      forForeign: {
        origin: 'https://evil.example',
        headers: { 'access-control-allow-origin': '*' },
      },
    },
    score: 75,
    grade: 'B',
  },
  {
    what: 'a page over plain HTTP',
    seen: { ...asAsked, plain: { status: 200, location: undefined } },
    score: 55,
    grade: 'C',
  },
  {
    what: 'another host first',
    seen: { ...asAsked, plain: { status: 301, location: 'https://www.construbot.test/' } },
    score: 70,
    grade: 'B',
  },
  {
    what: 'a script over plain HTTP',
    seen: { ...asAsked, html: '<script src="http://cdn.test/a.js"></script>' },
    score: 25,
    grade: 'D-',
  },
];

for (const { what, seen, score, grade } of rows) {
  test(`${what}: ${score}, ${grade}`, () => {
    expect(scoreOf(seen)).toMatchObject({ score, grade });
  });
}

test('every grade begins where the published table has it', () => {
  const shown = [100, 99, 90, 89, 84, 79, 70, 69, 64, 59, 49, 44, 39, 29, 24, 0].map(gradeOf);
  expect(shown).toEqual([
    'A+',
    'A',
    'A',
    'A-',
    'B+',
    'B',
    'B',
    'B-',
    'C+',
    'C',
    'C-',
    'D+',
    'D',
    'D-',
    'F',
    'F',
  ]);
});
