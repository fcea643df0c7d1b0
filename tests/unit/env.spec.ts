import { expect, test } from '@playwright/test';
import { parseEnv, refusal } from '../../fixtures/env.ts';
import { OperatorFailure } from '../../fixtures/failure.ts';

test('nothing set means the embedded stand-in', () => {
  const env = parseEnv({ BASE_URL: '', ACCOUNT_USERNAME: '' });
  expect(env.baseUrl).toBeUndefined();
  expect(env.account).toBeUndefined();
});

const wrong = [
  { name: 'BASE_URL', variables: { BASE_URL: 'construbot' } },
  { name: 'BASE_URL', variables: { BASE_URL: 'https://ana:secreto@obra.example' } },
  { name: 'ALLOW', variables: { ALLOW: 'everything' } },
  ...[
    'canary',
    'mysql://qa:canary@db/construbot',
    'postgres://qa:canary@db',
    'postgres://qa:canary%@db/construbot',
    'postgres://:canary@db/construbot',
    'postgres://qa:canary@db/construbot',
    'postgres://qa:canary@db/construbot?sslmode=prefer',
    'postgres://qa:canary@db/construbot?options=-c%20default_transaction_read_only=off',
  ].map((url) => ({ name: 'DATABASE_URL', variables: { DATABASE_URL: url } })),
  ...[
    'canary',
    'https://qa:canary@redis',
    'redis://qa:canary%@redis',
    'redis://qa-canary@redis',
    'redis://:canary@redis/cola',
    'rediss://:canary@redis?ssl_cert_reqs=none',
  ].map((url) => ({ name: 'REDIS_URL', variables: { REDIS_URL: url } })),
  { name: 'MAILBOX_URL', variables: { MAILBOX_URL: 'ftp://host' } },
  { name: 'MAILBOX_URL', variables: { MAILBOX_URL: 'imaps://qa:50%@host' } },
  { name: 'MAIL_WAIT_SECONDS', variables: { MAIL_WAIT_SECONDS: 'soon' } },
  { name: 'MAIL_ADDRESS', variables: { MAIL_ADDRESS: 'qa@example.com' } },
  { name: 'WEBHOOK_URL', variables: { WEBHOOK_URL: 'hooks.example.com/canary' } },
  { name: 'WEBHOOK_URL', variables: { WEBHOOK_URL: 'http://hooks.example.com/canary' } },
  { name: 'WEBHOOK_URL', variables: { WEBHOOK_URL: 'https://qa:canary@hooks.example.com' } },
  { name: 'WEBHOOK_FORMAT', variables: { WEBHOOK_FORMAT: 'teams' } },
  { name: 'CA_FILE', variables: { CA_FILE: '/no/such/file.pem' } },
  { name: 'ZAP_REPORT', variables: { ZAP_REPORT: '/no/such/report.json' } },
  {
    name: 'ACCOUNT_PASSWORD',
    variables: { ACCOUNT_USERNAME: 'a', ACCOUNT_EMAIL: 'a@example.com' },
  },
];

for (const { name, variables } of wrong) {
  test(`a wrong ${name} is one sentence that names it: ${JSON.stringify(variables)}`, () => {
    expect(() => parseEnv({ ...variables })).toThrow(OperatorFailure);
    expect(() => parseEnv({ ...variables })).toThrow(name);
    expect(() => parseEnv({ ...variables })).not.toThrow('canary');
  });
}

const addresses = [
  {
    url: 'postgres://qa:s%40lt@db.example/construbot?sslmode=verify-full',
    read: { host: 'db.example', port: 5432, password: 's@lt', tls: 'host' },
  },
  {
    url: 'postgresql://qa@[::1]:6432/construbot?sslmode=verify-ca',
    read: { host: '::1', port: 6432, password: '', tls: 'authority' },
  },
  {
    url: 'postgres://qa:x@%2Frun%2Fpostgresql/construbot',
    read: { host: '/run/postgresql', port: 5432, password: 'x', tls: 'none' },
  },
] as const;

for (const { url, read } of addresses) {
  test(`${url} is read as the address of a database`, () => {
    expect(parseEnv({ DATABASE_URL: url }).database).toEqual({
      user: 'qa',
      database: 'construbot',
      ...read,
    });
  });
}

test('the address of a Redis is read', () => {
  const read = (url: string) => parseEnv({ REDIS_URL: url }).redis;
  const whole = { host: 'redis.example', port: 6380, user: 'lector', password: 's@lt', tls: true };
  expect(read('rediss://lector:s%40lt@redis.example:6380/0')).toEqual(whole);
  const least = { host: '::1', port: 6379, user: '', password: '', tls: false };
  expect(read('redis://[::1]')).toEqual(least);
});

test('a password never stands in the message about its account', () => {
  const variables = { ACCOUNT_PASSWORD: 'canary-secret', ACCOUNT_USERNAME: 'a' };
  expect(() => parseEnv(variables)).toThrow('ACCOUNT_EMAIL');
  expect(() => parseEnv(variables)).not.toThrow('canary-secret');
});

test('a webhook is told over https, or on loopback; as JSON unless something else is asked for', () => {
  expect(parseEnv({ WEBHOOK_URL: '' }).webhook).toBeUndefined();
  expect(parseEnv({ WEBHOOK_URL: 'https://hooks.example.com/a?b=c' }).webhook).toEqual({
    url: new URL('https://hooks.example.com/a?b=c'),
    format: 'json',
  });
  expect(
    parseEnv({ WEBHOOK_URL: 'http://127.0.0.1:8080/a', WEBHOOK_FORMAT: 'slack' }).webhook?.format,
  ).toBe('slack');
});

const tiers = [
  { host: 'https://127.0.0.1:8443', allow: {}, write: true },
  { host: 'https://localhost', allow: {}, write: true },
  { host: 'https://obra.example', allow: {}, write: false },
  { host: 'https://obra.example', allow: { ALLOW: 'write' }, write: false },
  { host: 'https://obra.example', allow: { ALLOW_HOST: 'obra.example' }, write: false },
  {
    host: 'https://obra.example',
    allow: { ALLOW_HOST: 'otra.example', ALLOW: 'write' },
    write: false,
  },
  {
    host: 'https://obra.example',
    allow: { ALLOW_HOST: 'obra.example', ALLOW: 'write' },
    write: true,
  },
  { host: 'https://127.0.0.1.obra.example', allow: {}, write: false },
] as const;

for (const { host, allow, write } of tiers) {
  test(`${host} with ${JSON.stringify(allow)} may ${write ? '' : 'not '}be written`, () => {
    const env = parseEnv({ BASE_URL: host, ...allow });
    expect(refusal(env, 'write') === undefined).toBe(write);
    expect(refusal(env, 'observe')).toBeUndefined();
    expect(refusal(env, 'attack') === undefined).toBe(
      host.startsWith('https://127.0.0.1:') || host === 'https://localhost',
    );
  });
}

for (const [allow, attack] of [
  ['attack', false],
  ['write,attack', true],
  ['write,load', false],
] as const) {
  test(`ALLOW=${allow} ${attack ? 'allows' : 'does not allow'} attacks, which make data as well`, () => {
    const env = parseEnv({ BASE_URL: 'https://a.example', ALLOW_HOST: 'a.example', ALLOW: allow });
    expect(refusal(env, 'attack') === undefined).toBe(attack);
  });
}
