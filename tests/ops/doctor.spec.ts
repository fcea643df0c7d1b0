import { test } from '@playwright/test';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { CreateDBInstanceCommand } from '@aws-sdk/client-rds';
import type { Finding } from '../../cli/doctor/finding.ts';
import { namesFinding } from '../../cli/doctor/names.ts';
import { vendorFindings } from '../../cli/doctor/vendors.ts';
import { freePorts } from '../../fixtures/embedded.ts';
import { parseEnv } from '../../fixtures/env.ts';
import { expect, test as awsTest } from './aws/setup.ts';
import { hasMoto } from './aws/moto.ts';
import { Bind } from './bind.ts';
import { withRecorded, type Answers } from './vendors/recorded.ts';

const token = 'canario-del-doctor';

/** What the doctor says of one of them, all others left out. */
async function said(what: string, variables: Readonly<Record<string, string>>): Promise<Finding> {
  const findings = await vendorFindings(parseEnv(variables));
  const [found] = findings.filter((finding) => finding.what === what);
  expect(findings.filter(({ state }) => state !== 'missing')).toEqual([found]);
  return found ?? { what, state: 'missing', said: '' };
}

test('who gives nothing is told each variable and the least rights', async () => {
  const findings = await vendorFindings(parseEnv({}));
  expect(findings.map(({ what, state }) => `${what} ${state}`)).toEqual([
    'Bucket missing',
    'RDS missing',
    'ElastiCache missing',
    'Sentry missing',
    'Mailgun missing',
    'UptimeRobot missing',
  ]);
  expect(findings.map(({ said: text }) => text).join(' ')).toContain('rds:DescribeDBSnapshots');
});

interface Vendor {
  readonly what: string;
  readonly authorization: string;
  readonly answers: Answers;
  readonly variables: Readonly<Record<string, string>>;
  readonly address: string;
  readonly works: string;
}

const vendors: readonly Vendor[] = [
  {
    what: 'Sentry',
    authorization: `Bearer ${token}`,
    answers: { '/api/0/projects/obra/construbot/rules/': [] },
    variables: { SENTRY_TOKEN: token, SENTRY_PROJECT: 'obra/construbot' },
    address: 'SENTRY_URL',
    works: 'alerts: 0',
  },
  {
    what: 'Mailgun',
    authorization: `Basic ${Buffer.from(`api:${token}`).toString('base64')}`,
    answers: { '/v4/domains': { total_count: 1, items: [{ name: 'obra.test' }] } },
    variables: { MAIL_PROVIDER_TOKEN: token },
    address: 'MAIL_PROVIDER_URL',
    works: 'answers',
  },
  {
    what: 'UptimeRobot',
    authorization: `Bearer ${token}`,
    answers: { '/v3/monitors': { data: [], nextLink: null } },
    variables: { UPTIME_TOKEN: token },
    address: 'UPTIME_URL',
    works: 'monitors: 0',
  },
];

for (const { what, authorization, answers, variables, address, works } of vendors) {
  test(`${what} that answers, refuses the token, or is not there`, async () => {
    await withRecorded(authorization, answers, async ({ url, asked }) => {
      const found = await said(what, { ...variables, [address]: url.href });
      expect(found).toEqual({ what, state: 'ok', said: works });
      expect(asked).toHaveLength(1);
    });
    await withRecorded('another', answers, async ({ url }) => {
      const found = await said(what, { ...variables, [address]: url.href });
      expect(found).toMatchObject({ state: 'wrong', code: 2 });
      expect(found.said).toContain('refuses the token');
      expect(found.said).not.toContain(token);
    });
    const [port = 0] = await freePorts(1);
    const gone = await said(what, { ...variables, [address]: `http://127.0.0.1:${port}` });
    expect(gone).toMatchObject({ state: 'wrong', code: 2 });
  });
}

awsTest('AWS that answers, and what is not there', async ({ account: { s3, rds } }) => {
  await s3.send(new CreateBucketCommand({ Bucket: 'obra-archivos' }));
  await rds.send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: 'obra-doctor',
      DBInstanceClass: 'db.t4g.micro',
      Engine: 'postgres',
    }),
  );
  const endpoint = process.env['AWS_ENDPOINT_URL'] ?? '';
  const bucket = (name: string): Promise<Finding> =>
    said('Bucket', { S3_BUCKET: name, S3_ENDPOINT: endpoint, AWS_REGION: 'us-east-1' });
  const instance = (name: string): Promise<Finding> =>
    said('RDS', { RDS_INSTANCE: name, AWS_REGION: 'us-east-1' });
  expect(await bucket('obra-archivos')).toMatchObject({ state: 'ok', said: 'answers' });
  expect(await bucket('no-hay-tal')).toMatchObject({ state: 'wrong', code: 2 });
  expect(await instance('obra-doctor')).toMatchObject({ state: 'ok', said: 'snapshots: 1' });
  expect((await instance('otra')).said).toContain('no instance that is called as RDS_INSTANCE');
});
awsTest.skip(!hasMoto(), 'needs moto, which npm test installs from PyPI');

test('names that are answered for, whose server is gone, and none', async () => {
  const bind = await Bind.start(['obra.test. IN A 192.0.2.10']);
  const settings = parseEnv({ DOMAINS: 'obra.test', DNS_RESOLVERS: bind.address });
  try {
    const found = await namesFinding(settings);
    expect(found.state).toBe('ok');
    expect(found.said).toContain(`${bind.address} answer; not given: EXPECTED_ADDRESS`);
  } finally {
    await bind.stop();
  }
  expect(await namesFinding(settings)).toMatchObject({ state: 'wrong', code: 2 });
  expect(await namesFinding(parseEnv({}))).toMatchObject({ state: 'missing' });
});
