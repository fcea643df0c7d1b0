import { expect, test } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Command } from './command.ts';

// Reaches this machine, yet is no loopback address by its looks: the suite must take it for foreign.
const foreign = '0.0.0.0';

// As much of Construbot as the commands look for before any check starts.
const signInPage =
  '<form method="post"><input name="csrfmiddlewaretoken" value="x"><input name="login"><input name="password"></form>';

let server: Server;
const seen: string[] = [];
test.beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (request.method === 'POST') response.writeHead(302, { location: '/proyectos/' });
    response.end(signInPage);
  });
  await new Promise<void>((resolve) => server.listen(0, foreign, resolve));
});
test.afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function requestsOf(
  args: readonly string[],
  permissions: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string; requests: string[] }> {
  seen.length = 0;
  const { port } = server.address() as AddressInfo;
  const { code, output } = await new Command(args, {
    ALLOW_HOST: '',
    ALLOW: '',
    BASE_URL: `http://${foreign}:${port}`,
    RUN_ID: 'refused',
    ACCOUNT_USERNAME: 'ana',
    ACCOUNT_EMAIL: 'ana@construbot.test',
    ACCOUNT_PASSWORD: 'not-looked-at',
    STAFF_USERNAME: 'eva',
    STAFF_EMAIL: 'eva@construbot.test',
    STAFF_PASSWORD: 'not-looked-at',
    OTHER_USERNAME: 'leo',
    OTHER_EMAIL: 'leo@construbot.test',
    OTHER_PASSWORD: 'not-looked-at',
    ...permissions,
  }).ended;
  return { code, output, requests: [...seen].sort() };
}

for (const command of ['acceptance', 'security']) {
  test(`${command} sends nothing that writes or attacks to a host that was not named`, async () => {
    const hostile = [command, '--grep', '@write|@attack'];
    // What is asked before any check starts: is it a Construbot, does the account sign in.
    const before = await requestsOf([command, '--grep', 'no check has this title']);
    expect(before.code).toBe(2);

    const refused = await requestsOf(hostile);
    expect(refused.output).toMatch(/needs ALLOW_HOST=0\.0\.0\.0 and ALLOW=/);
    expect(refused.code).toBe(4);
    expect(refused.requests).toEqual(before.requests);

    const named = await requestsOf([command, '--grep', '@write', '--max-failures=1'], {
      ALLOW_HOST: foreign,
      ALLOW: 'write',
    });
    expect(named.requests.length).toBeGreaterThan(before.requests.length);
  });
}
