import { env } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { endUndecided } from './end-undecided.ts';
import { attachUnderLoad } from './evidence-under-load.ts';
import { judgeLoad } from './judge-load.ts';
import { officeLoad } from './office-load.ts';
import { openUnderLoad, type Opened, type UnderLoad } from './pages-under-load.ts';
import { arrangeShown, keyPages } from './pages/key-pages.ts';
import { isBeyondLag, lateTimers, withLag } from './pages/own-lag.ts';
import { background, thresholds } from './profiles.ts';
import { faultsOf } from './self-audit.ts';

test(
  'the key pages open in under two seconds while an office is at work',
  { tag: ['@PT-01', '@PT-02', '@load'] },
  async ({ acting, workspace, construbot, make, newcomers, measured, rounds }, testInfo) => {
    const shown = await arrangeShown(construbot, make);
    const opened: Opened[] = [];
    for (const { name, role, path } of keyPages) {
      opened.push({ name, round: await rounds(role, path(shown)) });
    }
    const send = await officeLoad('beside the pages', background, {
      acting,
      workspace,
      construbot,
      make,
      newcomers,
      measured,
    });
    const settleMs = background.warmUpSeconds * 1000;
    const { pages, load, lagMs } = await withLag(() =>
      openUnderLoad(opened, send, settleMs, env().seed),
    );
    await attachUnderLoad(testInfo, pages, load, lagMs);

    const invalid = faultsOf(load.audit, thresholds.background);
    const { errors } = judgeLoad(
      { ...load, audit: { ...load.audit, invalid } },
      { mayExtend: false, isLevel: true },
    );
    const said = (of: (one: UnderLoad['judged'][number]) => boolean): string[] =>
      pages.flatMap(({ name, judged }) =>
        judged
          .filter(of)
          .map(
            ({ what, low, high }) =>
              `${name}, ${what}: ${Math.round(low)} to ${Number.isFinite(high) ? Math.round(high) : '?'} ms`,
          ),
      );
    const slow = said((one) => one.verdict === 'fail' && isBeyondLag(one, lagMs));
    const doubtful = said((one) => one.verdict === 'fail' && !isBeyondLag(one, lagMs));
    expect(
      [...slow, ...(errors.verdict === 'fail' ? [`errors of the office: ${errors.reason}`] : [])],
      'of three of four visits, while the office was at work. Remedy: more workers of gunicorn (-w in gunicorn.sh); files in a CDN, so that they wait for nobody',
    ).toEqual([]);
    endUndecided(testInfo, [
      ...invalid,
      ...(['pass', 'fail'].includes(errors.verdict)
        ? []
        : [`errors of the office: ${errors.reason}`]),
      ...(doubtful.length > 0 ? [`${doubtful.join('; ')}, but ${lateTimers(lagMs)}`] : []),
      ...said(({ verdict }) => verdict === 'open'),
    ]);
  },
);
