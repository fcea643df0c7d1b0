import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { judgeMonitors } from './judge-monitors.ts';

test(
  'UptimeRobot watches the site, sees it up and has somebody to alert',
  { tag: ['@MO-08', '@observe'] },
  async ({ baseURL, monitors }, testInfo) => {
    await keepJson(testInfo, 'monitors', monitors);
    expect(
      judgeMonitors(monitors, new URL(baseURL ?? '').hostname),
      'Remedy: an HTTPS monitor of the login page in UptimeRobot, every five minutes or less, that is not paused and alerts a person',
    ).toEqual([]);
  },
);
