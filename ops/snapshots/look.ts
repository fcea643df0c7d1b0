import type { TestInfo } from '@playwright/test';
import type { Backups, Instance, Snapshot } from '../../fixtures/aws/backups.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';

/** An instance and the snapshots of it in its own region; the evidence is kept. */
export async function lookAtBackups(
  backups: Backups,
  testInfo: TestInfo,
): Promise<{ readonly instance: Instance; readonly snapshots: readonly Snapshot[] }> {
  const instance = await orNotRun(testInfo, backups.instance());
  const snapshots = await orNotRun(testInfo, backups.snapshots());
  await keepJson(testInfo, 'snapshots', { instance, snapshots });
  return { instance, snapshots };
}

/**
 * Snapshots in another region.
 *
 * @param region undefined where the operator names none
 * @throws NotRun when they cannot be told
 */
export async function copiesIn(
  backups: Backups,
  region: string | undefined,
): Promise<{ readonly region: string; readonly snapshots: readonly Snapshot[] } | undefined> {
  return region === undefined ? undefined : { region, snapshots: await backups.snapshots(region) };
}
