import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { judgeOffSite } from './judge-backups.ts';
import { copiesIn } from './look.ts';

test(
  'backups of the database lie in another region',
  { tag: ['@DB-12', '@observe'] },
  async ({ backups }, testInfo) => {
    const instance = await orNotRun(testInfo, backups.instance());
    const elsewhere = await orNotRun(testInfo, copiesIn(backups, env().backupRegion));
    await keepJson(testInfo, 'off-site', { instance, elsewhere });
    expect(
      judgeOffSite(instance, elsewhere, new Date()),
      'Remedy: replicate the automated backups of RDS to another region, or copy snapshots there and name it in BACKUP_REGION',
    ).toEqual([]);
  },
);
