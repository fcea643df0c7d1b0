import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { brokerOf, judgeBroker } from './broker.ts';
import { judgeResults, resultsOf } from './results.ts';
import { judgeWorkers, workersOf } from './workers.ts';

test(
  'the application reaches its broker, where tasks are taken from',
  { tag: ['@RC-05', '@observe'] },
  async ({ djangoShell }, testInfo) => {
    const broker = await orNotRun(testInfo, brokerOf(djangoShell));
    await keepJson(testInfo, 'broker', broker);
    expect(
      judgeBroker(broker),
      'Remedy: the same broker for web and worker: entrypoint.sh makes CELERY_BROKER_URL of REDIS_URL, and what goes around it falls back on redis://redis:6379/0',
    ).toEqual([]);
  },
);

test(
  'a result that the application keeps can be read back',
  { tag: ['@RC-06', '@write'] },
  async ({ djangoShell }, testInfo) => {
    const results = await orNotRun(testInfo, resultsOf(djangoShell));
    await keepJson(testInfo, 'results', results);
    expect(
      judgeResults(results),
      'Remedy: CELERY_RESULT_BACKEND for web and worker, with host and password of Redis: REDIS_URL does not change it',
    ).toEqual([]);
  },
);

test(
  'a worker answers the application',
  { tag: ['@RC-07', '@observe'] },
  async ({ djangoShell }, testInfo) => {
    const workers = await orNotRun(testInfo, workersOf(djangoShell));
    await keepJson(testInfo, 'workers', workers);
    expect(
      await orNotRun(testInfo, () => judgeWorkers(workers)),
      'Remedy: docker compose up -d celeryworker, which is commented out in docker-compose.yml; its log tells whether broker or settings are wrong',
    ).toEqual([]);
  },
);
