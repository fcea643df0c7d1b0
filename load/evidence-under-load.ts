import type { TestInfo } from '@playwright/test';
import { keepJson } from '../fixtures/test/keep-file.ts';
import { attachLoad } from './evidence.ts';
import type { LoadResult } from './load-request.ts';
import type { UnderLoad } from './pages-under-load.ts';
import { mediansOf } from './pages/table.ts';

/**
 * Leaves how the key pages opened idle and under load with the check, and the load itself.
 *
 * @param lagMs how late the timers of this process came
 */
export async function attachUnderLoad(
  testInfo: TestInfo,
  pages: readonly UnderLoad[],
  load: LoadResult,
  lagMs: number,
): Promise<void> {
  const figures = pages.map(({ name, judged, idle, loaded }) => ({
    page: name,
    visits: { loaded: loaded.cold.length, idle: idle.cold.length },
    judged,
    medians: {
      cold: { idle: mediansOf(idle.cold), loaded: mediansOf(loaded.cold) },
      warm: { idle: mediansOf(idle.warm), loaded: mediansOf(loaded.warm) },
    },
  }));
  await keepJson(testInfo, 'pages-under-load', { lagMs, pages: figures });
  await attachLoad(testInfo, 'beside the pages', load);
}
