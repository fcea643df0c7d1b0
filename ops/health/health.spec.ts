import { authorityOf, env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { looked } from '../looked.ts';
import { lookAtHealth } from './look.ts';

test(
  'the health page answers 200 within a second and opens no session',
  { tag: ['@IN-11', '@observe'] },
  async ({}, testInfo) => {
    const { healthUrl } = env();
    const seen = await looked(testInfo, 'health', () =>
      lookAtHealth(healthUrl, authorityOf(env())),
    );
    expect(
      seen.findings,
      'Remedy: let the balancer ask for /accounts/login/ with a Host of DJANGO_ALLOWED_HOSTS and X-Forwarded-Proto: https',
    ).toEqual([]);
  },
);
