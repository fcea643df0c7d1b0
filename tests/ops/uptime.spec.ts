import { expect, test } from '@playwright/test';
import { monitorsOf } from '../../fixtures/vendor/uptime-robot.ts';
import { judgeMonitors } from '../../ops/uptime/judge-monitors.ts';
import { reasonOf } from './reason-of.ts';
import { withRecorded } from './vendors/recorded.ts';

const token = 'ur-canario-de-uptime';
const host = 'obra.construbot.test';

/** As https://uptimerobot.com/api/v3/ shows one under GET /monitors. */
const monitor = {
  id: 800000001,
  friendlyName: 'Construbot',
  url: `https://${host}/accounts/login/`,
  type: 'KEYWORD',
  status: 'UP',
  interval: 300,
  timeout: 30,
  assignedAlertContacts: [{ alertContactId: 7, threshold: 0, recurrence: 0 }],
  createDateTime: '2026-08-29T17:33:03.000Z',
};
const other = { ...monitor, url: 'https://otra.construbot.test/' };

const cases: readonly { what: string; data: readonly object[]; says: readonly string[] }[] = [
  { what: 'watches the site', data: [other, monitor], says: [] },
  {
    what: 'pings the host',
    data: [{ ...monitor, type: 'PING', url: host }],
    says: [],
  },
  {
    what: 'watches another site',
    data: [other],
    says: [`none of 1 monitors watches ${host}`],
  },
  { what: 'watches nothing', data: [], says: [`none of 0 monitors watches ${host}`] },
  ...['PAUSED', 'DOWN', 'STARTED'].map((status) => ({
    what: `says ${status}`,
    data: [{ ...monitor, status }],
    says: [`the monitor of ${monitor.url} is ${status}`],
  })),
  {
    what: 'alerts nobody',
    data: [{ ...monitor, assignedAlertContacts: [] }],
    says: [`the monitor of ${monitor.url} alerts nobody`],
  },
];

for (const { what, data, says } of cases) {
  test(`an UptimeRobot that ${what}`, async () => {
    const answers = { '/v3/monitors': { data, nextLink: null } };
    await withRecorded(`Bearer ${token}`, answers, async ({ url }) => {
      expect(judgeMonitors(await monitorsOf({ url, token }, undefined), host)).toEqual(says);
    });
  });
}

test('pages are followed to their end at the same host, and no further than ten', async () => {
  const first = { data: [other], nextLink: 'https://elsewhere.example/v3/monitors?cursor=5' };
  await withRecorded(`Bearer ${token}`, { '/v3/monitors': first }, async ({ url, asked }) => {
    expect(await reasonOf(monitorsOf({ url, token }, undefined))).toContain('more than 10 pages');
    expect(asked).toHaveLength(10);
    expect(asked[9]).toBe('GET /v3/monitors?limit=200&cursor=5');
  });
});

test('a wrong key and another API are reasons not to run', async () => {
  await withRecorded('Bearer another', {}, async ({ url }) => {
    expect(await reasonOf(monitorsOf({ url, token }, undefined))).toContain('refuses the token');
  });
  await withRecorded(`Bearer ${token}`, {}, async ({ url }) => {
    expect(await reasonOf(monitorsOf({ url, token }, undefined))).toContain(
      'UPTIME_URL leads to no',
    );
  });
});
