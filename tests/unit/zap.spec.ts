import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { zapPlan } from '../../cli/zap.ts';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { parseEnv } from '../../fixtures/env.ts';
import { OperatorFailure } from '../../fixtures/failure.ts';
import { graveAlerts, lineOf, parseZapReport, readZapReport } from '../../security/zap/report.ts';

const target = 'https://obra.example';

const low = {
  pluginid: '10054',
  alertRef: '10054',
  name: 'Cookie without SameSite Attribute',
  riskcode: '1',
  confidence: '2',
  riskdesc: 'Low (Medium)',
  instances: [{ uri: `${target}/accounts/login/`, method: 'GET', param: 'csrftoken' }],
  count: '1',
  solution: '<p>Set it.</p>',
};
const high = {
  ...low,
  pluginid: '40018',
  alertRef: '40018-1',
  name: 'SQL Injection',
  riskcode: '3',
  riskdesc: 'High (Medium)',
  instances: [{ uri: `${target}/proyectos/?q=canary`, method: 'GET', param: 'q' }],
  count: '12',
  solution: '<p>Do not trust input.</p><p>Bind parameters.</p>',
};

const reportOf = (...alerts: object[]): string => report({ site: [site(target, alerts)] });
const site = (name: string, alerts: object[]): object => ({ '@name': name, alerts });
const report = (rest: object): string =>
  JSON.stringify({ '@version': '2.17.0', '@generated': 'Thu, 26 Nov 2026 09:00:00', ...rest });

test('a report without grave alerts forbids nothing, and its alerts are still told', () => {
  const read = parseZapReport(reportOf(low), target);
  expect(graveAlerts(read)).toEqual([]);
  expect(read.alerts.map(lineOf)).toEqual([
    'Low (Medium): Cookie without SameSite Attribute (rule 10054; ST-02, SC-05), 1 times, first at GET /accounts/login/ (csrftoken)',
  ]);
});

test('a report without alerts is clean', () => {
  expect(parseZapReport(reportOf(), target).alerts).toEqual([]);
});

test('an alert of high risk is grave, comes first, and tells neither queries nor markup', () => {
  const read = parseZapReport(reportOf(low, high), target);
  expect(read.alerts.map(({ name }) => name)).toEqual([high.name, low.name]);
  const [grave, ...more] = graveAlerts(read);
  expect(more).toEqual([]);
  expect(grave).toMatchObject({ items: ['ST-02', 'ST-03'], count: 12 });
  expect(grave?.solution).toBe('Do not trust input.  Bind parameters.');
  expect(read.alerts.map(lineOf).join()).not.toContain('canary');
});

test('an alert that somebody has marked as false in ZAP is told, and forbids nothing', () => {
  const read = parseZapReport(reportOf({ ...high, confidence: '0' }), target);
  expect(graveAlerts(read)).toEqual([]);
  expect(read.alerts.map(lineOf).join()).toContain('marked as false in ZAP');
});

test('an alert that ZAP has stopped counting says so', () => {
  const read = parseZapReport(reportOf({ ...low, count: '5', systemic: true }), target);
  expect(read.alerts.map(lineOf).join()).toContain('5 or more times');
});

test('alerts about other hosts say nothing about this one', () => {
  const text = report({ site: [site('https://cdn.example', [high]), site(target, [low])] });
  expect(parseZapReport(text, target).alerts.map(({ name }) => name)).toEqual([low.name]);
});

test('a rule of no line of its own counts for the scan', () => {
  const read = parseZapReport(reportOf({ ...high, pluginid: '99999' }), target);
  expect(read.alerts[0]?.items).toEqual(['ST-02']);
});

for (const [what, sites] of [
  ['another host', [site('https://other.example', [])]],
  ['a host whose name begins alike', [site(`${target}.evil.example`, [])]],
  ['nothing', []],
] as const) {
  test(`a report about ${what} proves nothing`, () => {
    expect(() => parseZapReport(report({ site: sites }), target)).toThrow(NotRun);
  });
}

test('without a report the check is not run, and says how to give one', async () => {
  await expect(readZapReport(undefined, target)).rejects.toThrow(NotRun);
  await expect(readZapReport(undefined, target)).rejects.toThrow(/ZAP_REPORT.*npm run zap/);
});

const malformed = [
  { what: 'HTML', text: '<html>', said: /is no JSON/ },
  { what: 'other JSON', text: '{"alerts":[]}', said: /no traditional JSON report/ },
  { what: 'a risk that is none', text: reportOf({ ...low, riskcode: '4' }), said: /riskcode/ },
  { what: 'a risk that is empty', text: reportOf({ ...low, riskcode: '' }), said: /riskcode/ },
  { what: 'no risk', text: reportOf({ ...low, riskcode: undefined }), said: /riskcode/ },
  { what: 'sites that are no list', text: report({ site: {} }), said: /site/ },
] as const;

for (const { what, text, said } of malformed) {
  test(`a report with ${what} is refused`, () => {
    expect(() => parseZapReport(text, target)).toThrow(said);
    expect(() => parseZapReport(text, target)).not.toThrow(NotRun);
  });
}

const account = {
  ACCOUNT_USERNAME: 'operadora',
  ACCOUNT_EMAIL: 'operadora@obra.example',
  ACCOUNT_PASSWORD: 'canary-secret',
};
const settings = (variables: Readonly<Record<string, string | undefined>> = {}) =>
  parseEnv({ BASE_URL: target, ...account, ...variables });

test('the baseline may look at any host, and gives no target to attacks', () => {
  const { variables } = zapPlan(settings(), 'baseline');
  expect(variables).toMatchObject({ ZAP_TARGET: target, ACCOUNT_USERNAME: 'operadora' });
  expect(variables).not.toHaveProperty('ZAP_ATTACK_TARGET');
});

for (const variables of [
  {},
  { ALLOW: 'attack' },
  { ALLOW_HOST: 'obra.example' },
  { ALLOW_HOST: 'obra.example', ALLOW: 'write' },
  { ALLOW_HOST: 'other.example', ALLOW: 'attack' },
]) {
  test(`the full scan is refused with ${JSON.stringify(variables)}`, () => {
    expect(() => zapPlan(settings(variables), 'full')).toThrow(/ALLOW_HOST=obra.example/);
  });
}

for (const variables of [
  { ALLOW_HOST: 'obra.example', ALLOW: 'write,attack' },
  { BASE_URL: 'https://127.0.0.1:8443' },
]) {
  test(`the full scan may run with ${JSON.stringify(variables)}`, () => {
    const plan = zapPlan(settings(variables), 'full');
    expect(plan.variables['ZAP_ATTACK_TARGET']).toBe(settings(variables).baseUrl);
  });
}

test('a plan that is none, and a target or somebody that is missing, are said', () => {
  expect(() => zapPlan(settings(), undefined)).toThrow(OperatorFailure);
  expect(() => zapPlan(parseEnv({ BASE_URL: target }), 'baseline')).toThrow(/ACCOUNT_USERNAME/);
  expect(() => zapPlan(parseEnv(account), 'baseline')).toThrow(/BASE_URL/);
});

const planShape = z.object({
  env: z.object({
    contexts: z.array(
      z.object({
        urls: z.array(z.string()),
        excludePaths: z.array(z.string()),
        authentication: z.object({
          parameters: z.object({ loginRequestBody: z.string() }),
          verification: z.record(z.string(), z.string()),
        }),
        users: z.array(z.object({ name: z.string() })),
      }),
    ),
  }),
  jobs: z.array(
    z.object({
      type: z.string(),
      parameters: z.record(z.string(), z.unknown()).optional(),
      rules: z.array(z.unknown()).optional(),
    }),
  ),
});

// They change something when they are only looked at, end the session, or delete.
const keptOff = [
  '/accounts/logout/',
  '/admin/logout/',
  '/proyectos/eliminar/contrato/7/',
  '/users/eliminar/User/7/',
  '/users/company-change/Alfa/',
  '/users/detalle/company/7/',
  '/users/remove-is-new/7/',
];

for (const name of ['baseline', 'full'] as const) {
  const plan = zapPlan(settings({ ALLOW_HOST: 'obra.example', ALLOW: 'write,attack' }), name);
  const text = readFileSync(plan.file, 'utf8');
  const { env, jobs } = planShape.parse(parse(text));
  const job = (type: string) => jobs.find((one) => one.type === type)?.parameters;

  test(`the ${name} plan takes everything from variables that are given to it`, () => {
    const used = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, variable]) => variable);
    expect([...new Set(used)].sort()).toEqual(Object.keys(plan.variables).sort());
    expect(text).not.toContain('://${');
    expect(env.contexts.flatMap(({ urls }) => urls)).toHaveLength(1);
  });

  test(`the ${name} plan has no variables where ZAP takes them for text`, () => {
    const rules = jobs.flatMap((one) => one.rules ?? []);
    const verifications = env.contexts.map(({ authentication }) => authentication.verification);
    expect(rules).toHaveLength(1);
    expect(JSON.stringify([rules, verifications])).not.toContain('${');
  });

  test(`the ${name} plan sends a login that ZAP puts the token in, and nothing else`, () => {
    // As ZAP does it: whatever is equal to the value is replaced, names too.
    const [body = ''] = env.contexts.map(
      ({ authentication }) => authentication.parameters.loginRequestBody,
    );
    const value = new URLSearchParams(body).get('csrfmiddlewaretoken') ?? '';
    expect([...new URLSearchParams(body.replaceAll(value, 'fresh'))]).toEqual([
      ['csrfmiddlewaretoken', 'fresh'],
      ['login', '{%username%}'],
      ['password', '{%password%}'],
    ]);
  });

  test(`the ${name} plan stays on the host, and off what changes by being looked at`, () => {
    const [context] = env.contexts;
    // ZAP appends .* to make it the beginning of all that is in scope.
    expect(context?.urls.every((url) => url.endsWith('/'))).toBe(true);
    const excluded = context?.excludePaths.map((path) => new RegExp(`^${path}$`)) ?? [];
    const isKeptOff = (path: string) => excluded.some((one) => one.test(`${target}${path}`));
    expect(keptOff.filter((path) => !isKeptOff(path))).toEqual([]);
    expect(isKeptOff('/proyectos/')).toBe(false);
  });

  test(`the ${name} plan signs in, and leaves the report that a sign-off reads`, () => {
    expect(job('spider')?.['user']).toBe(env.contexts[0]?.users[0]?.name);
    expect(job('report')?.['template']).toBe('traditional-json');
  });

  test(`the ${name} plan ${name === 'full' ? 'attacks' : 'only looks'}`, () => {
    const attacks = name === 'full';
    expect(job('activeScan') !== undefined).toBe(attacks);
    expect(job('spider')).toMatchObject({ postForm: attacks, processForm: attacks });
  });
}
