import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { readPdf } from '../../fixtures/files/index.ts';
import { runFolder } from '../../fixtures/run-folder.ts';
import { historyFolder } from '../../report/signoff/history.ts';
import { everythingIn } from '../leaks/everything-in.ts';
import { forms } from '../leaks/forms.ts';
import { Command } from './command.ts';
import { Deployment } from './deployment.ts';

const canary = (whose: string): string => `Canario-'"&%+<ñ 7\\/${whose}`;
const mailbox = canary('buzon');
const database = canary('base');
const webhook = '/services/T0CANARIO/gancho-Canario-7';
const passwords = {
  ACCOUNT_PASSWORD: canary('operadora'),
  STAFF_PASSWORD: canary('soporte'),
  OTHER_PASSWORD: canary('vecina'),
};

// Pages that log an error, and what the API shows to all, turn checks red: then there are traces.
const faults = ['console-error', 'api-staff-list-open'];

// Sign-ins in a browser and by HTTP, tokens of the API, links of mails, new users and their passwords.
const checks = [
  'the operator signs in',
  'a user signs in with the keyboard alone',
  'the list of customers is for staff',
  'a user gets tokens',
  'a user sets a new password by mail',
  'a stranger signs up, confirms',
  'another customer cannot enter our company',
  'no query takes longer',
];

let deployment: Deployment;
test.beforeAll(async () => {
  deployment = await Deployment.start({
    FAULTS: faults.join(','),
    ...Object.fromEntries(
      Object.entries(passwords).flatMap(([name, value]) => [
        [name, value],
        [`STANDIN_${name}`, value],
      ]),
    ),
  });
});
test.afterAll(() => {
  deployment.stop();
});

/** All ways in which a secret could be read, base64 among them: there, what precedes it shifts it. */
const ways = (secret: string): string[] => [
  ...forms.map(([, write]) => write(secret)),
  ...(['base64', 'base64url'] as const).flatMap((encoding) =>
    ['', 'x', 'xx'].map((before) =>
      Buffer.from(before + secret)
        .toString(encoding)
        .slice(4, -4),
    ),
  ),
];

test('nothing that a run leaves holds a secret', async ({}, testInfo) => {
  const RUN_ID = `canary${testInfo.repeatEachIndex}`;
  const folder = runFolder(RUN_ID);
  rmSync(folder, { recursive: true });
  const url = deployment.variables['MAILBOX_URL']?.replace(
    '://',
    `://qa:${encodeURIComponent(mailbox)}@`,
  );
  const run = new Command(['signoff', '-g', checks.join('|')], {
    ...deployment.variables,
    MAILBOX_URL: url ?? '',
    // Nobody listens there, so that what is said of it is seen as well.
    DATABASE_URL: `postgres://qa:${encodeURIComponent(database)}@127.0.0.1:9/construbot`,
    WEBHOOK_URL: `http://127.0.0.1:9${webhook}`,
    RUN_ID,
  });
  const { code, output } = await run.ended;
  expect(code, output).toBe(1);
  expect(output).toContain('127.0.0.1:9');
  expect(output).toContain('DATABASE_URL cannot be used: connect ECONNREFUSED');
  expect(output).toContain('8 of 8 checks · 6 failed');

  const left = [
    { where: 'terminal', bytes: Buffer.from(output) },
    ...everythingIn(folder),
    ...everythingIn(historyFolder).map(({ where, bytes }) => ({
      where: `history/${where}`,
      bytes,
    })),
  ];
  for (const { where, bytes } of left.filter((one) => one.where.endsWith('.pdf'))) {
    const { pages } = await readPdf(bytes);
    left.push({ where: `${where} > text`, bytes: Buffer.from(pages.join('\n')) });
  }
  const names = left.map(({ where }) => where);
  left.push({ where: 'names', bytes: Buffer.from(names.join('\n')) });
  // What the search has to reach.
  for (const place of [
    /^terminal$/,
    /^items\.json$/,
    /^results\.json$/,
    /^junit\.xml$/,
    /^signoff\/index\.html$/,
    /^signoff\/signoff-es\.pdf > text$/,
    /^blob\/.*\.zip > report\.jsonl$/,
    /^history\/127\.0\.0\.1_\d+\.jsonl$/,
    /^report\/index\.html > .*\.json$/,
    /^report\/data\/.*\.zip > test\.trace$/,
    /^artifacts\/.*\/trace\.zip > \d-trace\.network$/,
    /^artifacts\/.*\/trace\.zip > resources\/.*\.html$/,
    /^artifacts\/.*\/error-context\.md$/,
  ]) {
    expect(names).toContainEqual(expect.stringMatching(place));
  }

  const cookies = (await deployment.cookies()).flatMap(
    (line) => /^(?:sessionid|csrftoken)=(\w{16,});/.exec(line)?.[1] ?? [],
  );
  const keys = (await deployment.mails()).flatMap(
    (text) => /\/(?:key|confirm-email)\/([\w:-]+)\//.exec(text)?.[1] ?? [],
  );
  expect(cookies.length).toBeGreaterThan(20);
  expect(keys.length).toBeGreaterThan(2);
  const secrets = [
    ...Object.values(passwords),
    mailbox,
    database,
    webhook,
    ...cookies,
    ...keys,
  ].flatMap(ways);
  const needles = [...new Set(secrets)].map((text) => ({ text, bytes: Buffer.from(text) }));
  // What the run's own users sign in with, and tokens of the API.
  const looks = /Obra-7(?:[^\w\s]|%[0-9a-f]{2}){6}|eyJ[\w-]{8,}\.eyJ/i;
  const leaks = left.flatMap(({ where, bytes }) => [
    ...needles.filter((one) => bytes.includes(one.bytes)).map(({ text }) => `${where}: ${text}`),
    ...(looks.exec(bytes.toString('latin1')) ?? []).map((text) => `${where}: ${text}`),
  ]);
  expect(leaks).toEqual([]);
  // Sessions are kept for a clean-up after a crash; this run has cleaned up.
  expect(names.filter((name) => name.startsWith('slot-'))).toEqual([]);
});
