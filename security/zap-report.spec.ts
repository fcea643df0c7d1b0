import { env } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { orNotRun } from '../fixtures/test/or-not-run.ts';
import { graveAlerts, lineOf, readZapReport } from './zap/report.ts';

test(
  'what OWASP ZAP says of the deployment holds no alert of high risk',
  { tag: ['@ST-02', '@observe'] },
  async ({ baseURL }, testInfo) => {
    const report = await orNotRun(testInfo, readZapReport(env().zapReport, baseURL ?? ''));
    const { version, generated, alerts } = report;
    await testInfo.attach('zap-alerts', {
      body: [`ZAP ${version}, ${generated}`, ...alerts.map(lineOf)].join('\n'),
      contentType: 'text/plain',
    });
    for (const alert of graveAlerts(report)) {
      expect.soft(lineOf(alert), `Remedy: ${alert.solution}`).toBe('no alert of high risk');
    }
  },
);
