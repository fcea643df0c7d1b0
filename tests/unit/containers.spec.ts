import { expect, test } from '@playwright/test';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { containersIn } from '../../ops/host/containers.ts';
import { judgeRestarts, workerUnitsIn } from '../../ops/host/restarts.ts';

// Docker and systemd do not run where these tests do. The shapes are those of "Inspect a container" in
// Docker's API 1.50 through the template of the check, and of systemctl(1), "show".
const row = (change: object = {}): string =>
  JSON.stringify({
    name: '/construbot-celeryworker-1',
    service: 'celeryworker',
    isRunning: true,
    restarts: 'unless-stopped',
    driver: 'json-file',
    maxSize: '10m',
    ports: { '5432/tcp': [{ HostIp: '0.0.0.0', HostPort: '5432' }], '80/tcp': null },
    words: [1, 0],
    ...change,
  });
const answered = (...rows: string[]) => ({ status: 0, output: `${rows.join('\n')}\n` });
const none = { status: 3, output: '' };

const unit = (change: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    Restart: 'always',
    Worker: 'yes',
    Id: 'celery.service',
    ActiveState: 'active',
    UnitFileState: 'enabled',
    ...change,
  })
    .map((pair) => pair.join('='))
    .join('\n');
const ssh = unit({ Id: 'ssh.service', Worker: 'no', Restart: 'no' });

const said = (containers = none, units = none): readonly string[] =>
  judgeRestarts(containersIn(containers), workerUnitsIn(units)).findings;

test('a container is read with its published ports', () => {
  const [read] = containersIn(answered(row())) ?? [];
  expect(read).toMatchObject({
    name: 'celeryworker',
    isWorker: true,
    published: [{ ip: '0.0.0.0', port: 5432 }],
  });
  const [plain] = containersIn(answered(row({ name: '/web', service: '', words: [0] }))) ?? [];
  expect(plain).toMatchObject({ name: 'web', isWorker: false });
});

test('a worker that comes back is as it should be, in a container or a unit', () => {
  expect(said(answered(row(), row({ service: 'django', words: [0], restarts: 'no' })))).toEqual([]);
  expect(said(none, { status: 0, output: `${ssh}\n\n${unit()}\n` })).toEqual([]);
});

test('what would keep a worker from coming back is said', () => {
  expect(said(answered(row({ restarts: 'no' })))).toEqual([
    'the container celeryworker has the restart policy "no"',
  ]);
  expect(said(answered(row({ isRunning: false })))).toEqual([
    'the container celeryworker does not run',
  ]);
  expect(
    said(none, {
      status: 0,
      output: unit({ Restart: 'no', ActiveState: 'failed', UnitFileState: 'disabled' }),
    }),
  ).toEqual([
    'celery.service is failed',
    'celery.service has Restart=no',
    'celery.service is not enabled: it stays off after the host starts anew',
  ]);
  expect(
    said(answered(row({ service: 'django', words: [0] })), { status: 0, output: ssh }),
  ).toEqual(['no service and no container of the host runs a worker of Celery']);
  expect(said({ status: 0, output: '' })).toHaveLength(1);
});

test('where neither is, or what answers is neither, nothing is said', () => {
  expect(() => said()).toThrow('neither systemd nor Docker');
  for (const output of ['<html>', '{}', row({ words: 'x' }), row({ ports: { a: 1 } })]) {
    expect(() => said({ status: 0, output })).toThrow(NotRun);
  }
  expect(() => said({ status: 1, output: '' })).toThrow(NotRun);
  expect(() => said(none, { status: 0, output: 'hola' })).toThrow(NotRun);
});
