import { expect, test } from '@playwright/test';
import { newPassword } from '../../fixtures/accounts/password.ts';
import { masker } from '../../report/signoff/mask.ts';
import { forms } from '../leaks/forms.ts';

const secret = `Canario-'"&%+<ñ 7\\/1!`;
const mask = masker({
  account: { username: 'ana', email: 'ana@construbot.test', password: secret },
  staff: { username: 'eva', email: 'eva@construbot.test', password: `${secret}-largo` },
  other: undefined,
  database: {
    host: 'db.construbot.test',
    port: 5432,
    user: 'lector',
    password: 'c@nario de la base',
    database: 'construbot',
    tls: 'host',
  },
  restoreDatabase: {
    host: '127.0.0.1',
    port: 5432,
    user: 'restaura',
    password: 'c@nario desechable',
    database: 'restaura',
    tls: 'none',
  },
  redis: {
    host: 'redis.construbot.test',
    port: 6379,
    user: '',
    password: 'c@nario de la cola',
    tls: true,
  },
  mailboxUrl: 'imaps://qa:c%40nario-postal@imap.construbot.test/INBOX',
  webhook: {
    url: new URL('https://hooks.construbot.test/services/T0CANARY1/s3cr3tofthehook?key=an0therone'),
    format: 'slack',
  },
});

test('the address of the webhook is hidden but for its host', () => {
  expect(
    mask('POST https://hooks.construbot.test/services/T0CANARY1/s3cr3tofthehook?key=an0therone'),
  ).toBe('POST https://hooks.construbot.test•••');
  expect(mask('customer services')).toBe('customer services');
  expect(mask('path s3cr3tofthehook, key=an0therone')).toBe('path •••, key=•••');
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

for (const [form, write] of forms) {
  test(`a configured password ${form} is hidden`, () => {
    expect(mask(`before "${write(secret)}" after`)).toBe('before "•••" after');
  });

  test(`a password that the run has made, ${form}, is hidden`, () => {
    for (let tries = 0; tries < 50; tries += 1) {
      const password = write(newPassword());
      expect(mask(`before "${password}" after`), password).toBe('before "•••" after');
    }
  });
}

const key = '8b2bdcfcc92d6b2b7f88226a61f409a5';
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoxfQ.c2lnbmF0dXJl';

const hidden: readonly [what: string, text: string, masked: string][] = [
  ['a password that holds another', `"${secret}-largo"`, '"•••"'],
  ['a password that was cut off', `Fill "${newPassword().slice(0, 14)}…"`, 'Fill "•••…"'],
  ['the password of the mailbox', 'LOGIN qa c@nario-postal', 'LOGIN qa •••'],
  ['the password of the mailbox, as configured', 'c%40nario-postal', '•••'],
  ['the password of Redis', 'AUTH c@nario de la cola', 'AUTH •••'],
  ['the password of Redis, in an address', 'x c%40nario%20de%20la%20cola', 'x •••'],
  ['the password of the database', 'lector/c@nario de la base', 'lector/•••'],
  ['the password of the scratch database', 'restaura/c@nario desechable', 'restaura/•••'],
  [
    'the password of the database, in an address',
    'postgres://lector:c%40nario%20de%20la%20base@db.construbot.test/construbot',
    'postgres://lector:•••@db.construbot.test/construbot',
  ],
  ['a token', `{"access":"${token}"}`, '{"access":"•••"}'],
  ['a header with a token', `Authorization: Bearer ${token}`, 'Authorization: Bearer •••'],
  ['a header with a key', `authorization: 'Token ${key}',`, "authorization: 'Token •••',"],
  [
    'a header in a trace',
    `{"name":"Authorization","value":"Basic ${base64('ana:other')}"},{`,
    '{"name":"Authorization","value":"Basic •••"},{',
  ],
  ['a cookie', `Cookie: x=1; sessionid=${key}; y=2`, 'Cookie: x=1; sessionid=•••; y=2'],
  ['a new cookie', `set-cookie: csrftoken=${key}; Path=/`, 'set-cookie: csrftoken=•••; Path=/'],
  ['a cookie that is set', `cookie="sessionid=${key}"`, 'cookie="sessionid=•••"'],
  ['a signed session', 'sessionid=.eJxVjDsOwjAQBe:1tzzzz:c2lnbmF0dXJl; a', 'sessionid=•••; a'],
  ['a renamed cookie', `__Secure-sessionid=${key}`, '__Secure-sessionid=•••'],
  [
    'a cookie in a trace',
    `"cookies":[{"name":"sessionid","value":"${key}","path":"/"}]`,
    '"cookies":[{"name":"sessionid","value":"•••","path":"/"}]',
  ],
  [
    'a cookie in a trace within another text',
    String.raw`[{\"name\":\"csrftoken\",\"value\":\"${key}\"}]`,
    String.raw`[{\"name\":\"csrftoken\",\"value\":\"•••\"}]`,
  ],
  [
    'a field of a page',
    `<input type="hidden" name="csrfmiddlewaretoken" value="${key}">`,
    '<input type="hidden" name="csrfmiddlewaretoken" value="•••">',
  ],
  [
    'a field of a page, the other way round',
    `<input value="${key}" type="hidden" name="csrfmiddlewaretoken">`,
    '<input value="•••" type="hidden" name="csrfmiddlewaretoken">',
  ],
  [
    'a field of a page in a trace',
    `["INPUT",{"__value_":"${key}","name":"csrfmiddlewaretoken","value":"${key}"}]`,
    '["INPUT",{"__value_":"•••","name":"csrfmiddlewaretoken","value":"•••"}]',
  ],
  ['a field of a form body', `csrfmiddlewaretoken=${key}&q=1`, 'csrfmiddlewaretoken=•••&q=1'],
  [
    'a field of a body in parts',
    `Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n${key}\r\n--`,
    'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n•••\r\n--',
  ],
  ['a token of a script', `csrfmiddlewaretoken: '${key}',`, "csrfmiddlewaretoken: '•••',"],
  ['a token in a header', `X-CSRFToken: ${key}`, 'X-CSRFToken: •••'],
  ['what is named once', `sessionid=${key} and ${key}`, 'sessionid=••• and •••'],
  [
    'a link that sets a password',
    'https://h.test/accounts/password/reset/key/3-abcdef-0123/',
    'https://h.test/accounts/password/reset/key/•••/',
  ],
  [
    'a link that proves an address',
    '"/accounts/confirm-email/MQ:1tzzzz:c2lnbmF0dXJl/"',
    '"/accounts/confirm-email/•••/"',
  ],
  [
    'a link within an address',
    '?next=%2Faccounts%2Fconfirm-email%2FMQ%3A1tzzzz%3Ac2ln%2F',
    '?next=%2Faccounts%2Fconfirm-email%2F•••%2F',
  ],
  [
    'a link in JSON',
    String.raw`"\/accounts\/password\/reset\/key\/3-abcdef-0123\/"`,
    String.raw`"\/accounts\/password\/reset\/key\/•••\/"`,
  ],
  ['a password in an address', 'postgres://app:hunter22@db/1', 'postgres://app:•••@db/1'],
];

for (const [what, text, masked] of hidden) {
  test(`${what} is hidden`, () => {
    expect(mask(text)).toBe(masked);
  });
}

for (const before of ['', 'ana', 'ana@construbot.test', '\0a\0']) {
  test(`a password in base64 after "${before}:" is hidden`, () => {
    const text = base64(`${before}:${secret}`);
    const bare = mask(`AUTH ${text}`).replace('•••', '');
    // No more is left than the name before it and bits at both ends.
    expect(Buffer.from(bare.slice(5), 'base64').toString()).not.toMatch(/anari|7/);
    expect(bare.length).toBeLessThanOrEqual(5 + base64(`${before}:`).length + 4);
  });
}

const ordinary = [
  'Expected: "7,605.16"',
  'Obra-7 (planta baja), Obra-77',
  'The token of the form (csrfmiddlewaretoken) is missing or wrong',
  'expect(cookies).toContain("sessionid")',
  '{"name":"sessionid","path":"/"},{"name":"value","value":"1"}',
  'WWW-Authenticate: Bearer realm="api"',
  'Authorization is asked for: Bearer',
  '/accounts/password/reset/key/done/',
  '/accounts/password/reset/key/3-set-password/',
  '/accounts/confirm-email/',
  '{"url":"https://127.0.0.1:8443","mail":"ana@construbot.test"}',
  'see https://127.0.0.1:8443/ or ask ana@construbot.test',
  'eyJ is how a token begins',
  '<input name="login" value="ana"><input name="next" value="/proyectos/">',
  '\u001b[31mReceived\u001b[39m: 7',
];

for (const text of ordinary) {
  test(`${text} stays`, () => {
    expect(mask(text)).toBe(text);
  });
}

test('a secret that colours run through is hidden, in a trace, too', () => {
  const [first, last] = [token.slice(0, 40), token.slice(40)];
  expect(mask(`Received: "${first}\u001b[7m${last}\u001b[27m"`)).toBe('Received: "•••"');
  expect(mask(String.raw`{"message":"${first}\u001b[7m${last}\u001b[27m"}`)).toBe(
    '{"message":"•••"}',
  );
});

test('the colours of a text that holds a secret elsewhere stay', () => {
  expect(mask(`\u001b[31m${token}\u001b[39m`)).toBe('\u001b[31m•••\u001b[39m');
});

test('without any configuration there is still something to hide', () => {
  const bare = masker({
    account: undefined,
    staff: undefined,
    other: undefined,
    database: undefined,
    redis: undefined,
    mailboxUrl: undefined,
    webhook: undefined,
  });
  expect(bare(`nothing, and ${token}`)).toBe('nothing, and •••');
});

test('a megabyte is masked in less than a second', () => {
  const line = `{"name":"Cookie","value":"sessionid=${key}"},${'<div class="row">…</div>'.repeat(20)}\n`;
  const started = performance.now();
  mask(line.repeat(2_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
