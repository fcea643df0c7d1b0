import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { judgeContent } from './content.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a message arrives in time and is not put aside as spam',
  write('@EM-05', '@EM-06'),
  async ({ deliver }, testInfo) => {
    const { tookMs, isSpam } = await deliver();
    const seconds = Math.round(tookMs / 100) / 10;
    await keepJson(testInfo, 'delivery', { seconds, allowed: env().mailWaitSeconds, isSpam });
    testInfo.annotations.push({ type: 'latency', description: `${seconds} s` });
    expect(
      isSpam,
      `${seconds} s after it was asked for it lies in the folder for spam. Remedy: EM-04, EM-07 and EM-08`,
    ).toBe(false);
  },
);

test(
  'a message can be read: plain text, whole accents, links to the deployment only',
  write('@AT-17'),
  async ({ deliver, target }) => {
    const { message } = await deliver();
    const { host, protocol, port } = target;
    const names = env().domains.map((name) => new URL(`${protocol}//${name}:${port}`).host);
    expect(
      judgeContent(message, [host, ...names], protocol),
      'Remedy: the domain of django.contrib.sites, ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"; no click tracking by the provider',
    ).toEqual([]);
  },
);
