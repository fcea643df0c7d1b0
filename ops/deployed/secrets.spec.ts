import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { findingsOf } from '../../fixtures/test/findings-of.ts';
import { lookAtSecrets } from './secrets.ts';

test(
  'where the deployment lies the secret key is closed to others, and git does not keep it',
  { tag: ['@CS-04', '@observe'] },
  async ({ hostShell }, testInfo) => {
    // Without the folder there is no such check.
    const look = lookAtSecrets(hostShell, env().deployFolder ?? '');
    expect(
      await findingsOf(testInfo, 'secrets', look),
      'Remedy: git rm --cached .env, chmod 600 .env; a key that could be read is lost: another DJANGO_SECRET_KEY',
    ).toEqual([]);
  },
);
