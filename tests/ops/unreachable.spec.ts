import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { freePorts } from '../../fixtures/embedded.ts';
import { runFolder } from '../../fixtures/run-folder.ts';
import { readRun } from '../../report/run.ts';
import { ensureTls } from '../../standin/tls.ts';
import { Command } from '../interruption/command.ts';
import { Bind } from './bind.ts';

/** Runs what asks names and what needs the target, as an operator does. */
async function runOps(
  baseUrl: string,
  caFile: string,
): Promise<{ code: number | null; output: string; said: Record<string, unknown> }> {
  const bind = await Bind.start(['obra.test. IN A 192.0.2.10', 'www.obra.test. IN A 192.0.2.10']);
  const [mailPort = 0] = await freePorts(1);
  const runId = `sinred${test.info().workerIndex}`;
  try {
    const grep = ['--grep', '@IN-0[67]|@AT-17'];
    const { code, output } = await new Command(['ops', ...grep], {
      BASE_URL: baseUrl,
      CA_FILE: caFile,
      RUN_ID: runId,
      DOMAINS: 'obra.test,www.obra.test',
      EXPECTED_ADDRESS: '192.0.2.10',
      DNS_RESOLVERS: bind.address,
      MAILBOX_URL: `smtp://127.0.0.1:${mailPort}`,
    }).ended;
    const run = readRun(join(runFolder(runId), 'items.json'));
    const said = (run?.checks ?? []).map(({ check, status, reason }) => [
      check.split(' › ').at(-1),
      `${status} ${reason ?? ''}`.trim(),
    ]);
    return { code, output, said: Object.fromEntries(said) as Record<string, unknown> };
  } finally {
    await bind.stop();
    rmSync(runFolder(runId), { recursive: true, force: true });
  }
}

const names = {
  'the names of the deployment lead to its address and nowhere else': 'passed',
  'every name of the deployment has an address': 'passed',
};
const mail = 'a message can be read: plain text, whole accents, links to the deployment only';

test('where nothing answers, names have their verdict, and what needs the target says why it has none', async () => {
  const { caFile } = await ensureTls(join(test.info().outputDir, 'tls'));
  const [port = 0] = await freePorts(1);
  const baseUrl = `https://127.0.0.1:${port}`;
  const { code, output, said } = await runOps(baseUrl, caFile);
  expect(said, output).toEqual({
    ...names,
    [mail]: expect.stringMatching(/^skipped .*cannot be reached: .*\(ECONNREFUSED\)\.$/) as unknown,
  });
  expect(output).toContain(`${baseUrl} cannot be reached`);
  expect(code).toBe(3);
});

test('with the wrong authority, names have their verdict, and what needs the target says why it has none', async () => {
  const [own, other] = await Promise.all(
    ['own', 'other'].map((name) => ensureTls(join(test.info().outputDir, name))),
  );
  const server = createServer(
    { cert: readFileSync(own?.certFile ?? ''), key: readFileSync(own?.keyFile ?? '') },
    (_, response) => response.end('<input name="login">'),
  );
  const [port = 0] = await freePorts(1);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    const { code, output, said } = await runOps(`https://127.0.0.1:${port}`, other?.caFile ?? '');
    expect(said, output).toEqual({
      ...names,
      [mail]: expect.stringMatching(/^skipped The certificate of .* does not verify: /) as unknown,
    });
    expect(code).toBe(3);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
