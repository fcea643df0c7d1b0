import { authorityOf, env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { monitorsOf } from '../../fixtures/vendor/uptime-robot.ts';
import { judgeMonitors } from './judge-monitors.ts';

test(
  'UptimeRobot watches the site, sees it up and has somebody to alert',
  { tag: ['@MO-08', '@observe'] },
  async ({ baseURL }, testInfo) => {
    const { uptime } = env();
    testInfo.skip(uptime === undefined, 'needs UPTIME_TOKEN');
    if (uptime === undefined) return;
    const monitors = await orNotRun(testInfo, monitorsOf(uptime, authorityOf(env())));
    await keepFile(
      testInfo,
      'monitors.json',
      'application/json',
      JSON.stringify(monitors, null, 2),
    );
    expect(
      judgeMonitors(monitors, new URL(baseURL ?? '').hostname),
      'Remedy: an HTTPS monitor of the login page in UptimeRobot, every five minutes or less, that is not paused and alerts a person',
    ).toEqual([]);
  },
);
