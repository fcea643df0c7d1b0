import { expect, test as base } from '@playwright/test';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { NameServer } from '../../fixtures/dns/name-server.ts';
import { parseEnv, type Env } from '../../fixtures/env.ts';
import {
  lookAtAddresses,
  lookAtAgreement,
  lookAtMailHosts,
  lookAtNames,
} from '../../ops/names/look.ts';
import { Bind } from './bind.ts';
import { listen, type Wicked } from './wicked-name-server.ts';

const right = [
  'obra.test. IN A 192.0.2.10',
  'obra.test. IN AAAA 2001:db8::10',
  'www.obra.test. IN CNAME obra.test.',
  'obra.test. IN MX 10 mx.obra.test.',
  'mx.obra.test. IN A 192.0.2.20',
];
const without = (...parts: string[]): string[] =>
  right.filter((line) => !parts.some((part) => line.startsWith(part)));

const settings: Env = parseEnv({
  DOMAINS: 'Obra.test, www.obra.test',
  EXPECTED_ADDRESS: '192.0.2.10,2001:0DB8:0:0::10',
  MAIL_DOMAIN: 'obra.test',
});

const looks = {
  'IN-06': lookAtAddresses,
  'IN-07': lookAtNames,
  'IN-08': lookAtAgreement,
  'IN-09': lookAtMailHosts,
} as const;

type Line = keyof typeof looks;

/** What each line comes to: its findings, or why it is not run. */
async function verdicts(
  addresses: readonly string[],
  given: Env = settings,
): Promise<Record<Line, string>> {
  // Each check has asked nobody before.
  const all = Object.entries(looks).map(async ([line, look]) => {
    const servers = addresses.map((address) => new NameServer(address));
    const said = await look(servers, given).then(
      ({ findings, lacks }) =>
        findings.length > 0
          ? findings.join('. ')
          : lacks === undefined
            ? 'green'
            : `not run: ${lacks}`,
      (error: unknown) => {
        if (error instanceof NotRun) return `not run: ${error.message}`;
        throw error;
      },
    );
    // Ports are others each time.
    const known = addresses.reduce(
      (text, one, index) => text.replaceAll(one, `#${index + 1}`),
      said,
    );
    return [line, known] as const;
  });
  return Object.fromEntries(await Promise.all(all)) as Record<Line, string>;
}

const test = base.extend<{
  bind: (...zone: Parameters<typeof Bind.start>) => Promise<string>;
  wicked: (how: Wicked) => Promise<string>;
}>({
  bind: async ({}, use) => {
    const started: Bind[] = [];
    await use(async (...zone) => {
      const bind = await Bind.start(...zone);
      started.push(bind);
      return bind.address;
    });
    await Promise.all(started.map((bind) => bind.stop()));
  },
  wicked: async ({}, use) => {
    const closing: (() => void)[] = [];
    await use(async (how) => {
      const { address, close } = await listen(how);
      closing.push(close);
      return address;
    });
    for (const close of closing) close();
  },
});

const green = { 'IN-06': 'green', 'IN-07': 'green', 'IN-08': 'green', 'IN-09': 'green' };

test('two name servers that have it right are green', async ({ bind }) => {
  expect(await verdicts([await bind(right), await bind(right)])).toEqual(green);
});

const wrongZones: readonly {
  readonly what: string;
  readonly zone: readonly string[];
  readonly broken?: string;
  readonly red: Partial<Record<Line, unknown>>;
}[] = [
  {
    what: 'no www',
    zone: without('www.'),
    red: { 'IN-07': 'www.obra.test is not known (NXDOMAIN)' },
  },
  {
    what: 'a www without addresses',
    zone: [...without('www.'), 'www.obra.test. IN TXT "later"'],
    red: { 'IN-07': 'www.obra.test has neither A nor AAAA' },
  },
  {
    what: 'a www that leads to a name that is gone',
    zone: [...without('www.'), 'www.obra.test. IN CNAME old.balancer.test.'],
    red: { 'IN-07': 'www.obra.test is not known (NXDOMAIN)' },
  },
  {
    what: 'a www whose own zone is broken',
    zone: without('www.'),
    broken: 'www.obra.test',
    red: {
      'IN-07': expect.stringMatching(/^www.obra.test cannot be asked for \(SERVFAIL\)/),
    },
  },
  {
    what: 'a forgotten AAAA',
    zone: [...right, 'obra.test. IN AAAA 2001:db8::bad'],
    red: {
      'IN-06':
        'obra.test leads to 2001:db8::bad, which is not in EXPECTED_ADDRESS. www.obra.test leads to 2001:db8::bad, which is not in EXPECTED_ADDRESS',
    },
  },
  {
    what: 'an AAAA that is missing',
    zone: right.filter((line) => !line.includes('AAAA')),
    red: { 'IN-06': 'no name leads to 2001:db8::10 of EXPECTED_ADDRESS' },
  },
  {
    what: 'an MX that is a CNAME',
    zone: [...without('mx.'), 'mx.obra.test. IN CNAME obra.test.'],
    red: { 'IN-09': 'the MX mx.obra.test of obra.test is a CNAME, of obra.test' },
  },
  {
    what: 'an MX that is an IP address',
    zone: [...right, 'obra.test. IN MX 20 192.0.2.20.'],
    red: { 'IN-09': 'the MX 192.0.2.20 of obra.test is an IP address' },
  },
  {
    what: 'an MX that has no address',
    zone: without('mx.'),
    red: { 'IN-09': 'the MX mx.obra.test of obra.test has no address' },
  },
  {
    what: 'an MX beside one that says "no mail"',
    zone: [...right, 'obra.test. IN MX 0 .'],
    red: { 'IN-09': 'obra.test has an MX that says "no mail", and others' },
  },
];

for (const { what, zone, broken, red } of wrongZones) {
  test(`${what} is red, and nothing else is`, async ({ bind }) => {
    const start = (): Promise<string> => bind(zone, broken === undefined ? {} : { broken });
    expect(await verdicts([await start(), await start()])).toEqual({ ...green, ...red });
  });
}

test('a server that lags is red for propagation only', async ({ bind }) => {
  const stale = [...without('obra.test. IN A '), 'obra.test. IN A 203.0.113.9'];
  expect(await verdicts([await bind(stale), await bind(right)])).toEqual({
    ...green,
    'IN-08':
      'A obra.test: 203.0.113.9 at #1; 192.0.2.10 at #2. A www.obra.test: 203.0.113.9 at #1; 192.0.2.10 at #2',
  });
});

test('a name that one of two servers does not know is red for propagation only', async ({
  bind,
}) => {
  const seen = await verdicts([await bind(right), await bind(without('www.'))]);
  expect(seen).toEqual({
    ...green,
    'IN-08':
      'A www.obra.test: 192.0.2.10 at #1; NXDOMAIN at #2. AAAA www.obra.test: 2001:db8::10 at #1; NXDOMAIN at #2',
  });
});

test('a domain that says "no mail" is green, one without MX is not run', async ({ bind }) => {
  const none = await bind([...without('obra.test. IN MX'), 'obra.test. IN MX 0 .']);
  expect((await verdicts([none, none]))['IN-09']).toBe('green');
  const without_ = await bind(without('obra.test. IN MX'));
  expect((await verdicts([without_]))['IN-09']).toBe(
    'not run: obra.test has no MX: it receives no mail',
  );
});

const silent: readonly { readonly how: Wicked | 'refuses'; readonly why: string }[] = [
  { how: 'is silent', why: 'does not answer in time' },
  { how: 'is not there', why: 'cannot be reached' },
  { how: 'answers with noise', why: 'does not answer as a name server does (EBADRESP)' },
  { how: 'floods', why: 'does not answer as a name server does (EBADRESP)' },
  { how: 'fails at everything', why: 'fails at every question (SERVFAIL)' },
  { how: 'refuses', why: 'refuses to answer us' },
];

for (const { how, why } of silent) {
  test(`beside a server that ${how} the rest is judged, and agreement is not run`, async ({
    bind,
    wicked,
  }) => {
    const other =
      how === 'refuses'
        ? await bind(right, { options: 'allow-query { none; };' })
        : await wicked(how);
    const began = performance.now();
    const seen = await verdicts([await bind(right), other]);
    expect(seen).toEqual({ ...green, 'IN-08': `not run: the name server #2 ${why}` });
    const alone = `not run: the name server #1 ${why}`;
    expect(await verdicts([other])).toEqual({
      ...Object.fromEntries(Object.keys(looks).map((line) => [line, alone])),
      'IN-08': 'not run: needs DNS_RESOLVERS with two name servers or more',
    });
    expect(performance.now() - began).toBeLessThan(15_000);
  });
}

test('without the variables each line says which one it needs', async ({ bind }) => {
  const address = await bind(right);
  const given = parseEnv({ BASE_URL: 'https://127.0.0.1' });
  expect(await verdicts([address, address], given)).toEqual({
    'IN-06': 'not run: needs EXPECTED_ADDRESS',
    'IN-07': 'not run: needs DOMAINS',
    'IN-08': 'not run: needs DOMAINS',
    'IN-09': 'not run: needs MAIL_DOMAIN',
  });
});
