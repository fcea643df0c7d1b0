import { setPriority } from 'node:os';
import { startStandin } from './server.ts';
import type { SeedUser } from './seed.ts';
import { ensureTls } from './tls.ts';

// Configuration comes by environment only: see fixtures/embedded.ts, which sets it.
const variable = (name: string): string | undefined => process.env[`STANDIN_${name}`];

function user(prefix: string): SeedUser | undefined {
  const username = variable(`${prefix}_USERNAME`);
  const email = variable(`${prefix}_EMAIL`);
  const password = variable(`${prefix}_PASSWORD`);
  if (username === undefined || email === undefined || password === undefined) return undefined;
  return { username, email, password };
}

// A load shares the machine with what it loads: then the target waits for a processor, as one that is
// too busy does, and not who says when each request is due.
if (process.env['LOAD'] === '1') setPriority(10);

const httpPort = variable('HTTP_PORT');
const crowd = variable('CROWD');
const standin = await startStandin({
  port: Number(variable('PORT') ?? 8443),
  httpPort: httpPort === undefined ? undefined : Number(httpPort),
  tls: await ensureTls(variable('TLS_DIR') ?? 'results/standin-tls'),
  smtpUrl: variable('SMTP_URL'),
  seed: { account: user('ACCOUNT'), staff: user('STAFF'), other: user('OTHER') },
  crowd: crowd === undefined ? undefined : { each: 500, name: crowd },
  databaseUrl: variable('DATABASE_URL'),
  faults: (process.env['FAULTS'] ?? '').split(',').filter((id) => id !== ''),
  control: variable('CONTROL') === '1',
});
console.log(`stand-in at ${standin.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void standin.close().then(() => process.exit(0));
  });
}
