import { expect, test } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { faultsOf, SelfAudit } from '../../load/self-audit.ts';

const busy = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

test('a process that is held up is found out: event loop and processor', async () => {
  const audit = new SelfAudit();
  audit.restart();
  for (let turn = 0; turn < 6; turn += 1) {
    await setTimeout(1);
    busy(60);
  }
  const { loopDelayP99Ms, cpuShare, invalid } = audit.end();
  expect(loopDelayP99Ms).toBeGreaterThan(40);
  expect(cpuShare).toBeGreaterThan(0.1);
  expect(invalid.join()).toContain('event loop was held up');
});

test('what was before the restart is not held against it', async () => {
  const audit = new SelfAudit();
  await setTimeout(20);
  busy(300);
  await setTimeout(20);
  audit.restart();
  await setTimeout(200);
  const { loopDelayP99Ms, cpuShare } = audit.end();
  expect(loopDelayP99Ms).toBeLessThan(200);
  expect(cpuShare).toBeLessThan(0.9);
});

const good = {
  lagP99Ms: 1,
  lagMaxMs: 9,
  loopDelayP99Ms: 2,
  cpuShare: 0.3,
  cpuMicros: 1,
  socketsOpened: 10,
  socketsAMinute: 10,
};

test('within all limits there is nothing to say', () => {
  expect(faultsOf(good)).toEqual([]);
});

const beyond = [
  { figure: { lagP99Ms: 20.2 }, said: 'the generator sent late: p99 20.2 ms, not 20' },
  { figure: { loopDelayP99Ms: 31 }, said: 'event loop was held up: p99 31.0 ms, not 20' },
  { figure: { cpuShare: 0.93 }, said: 'the generator used 93 % of a core, not 80' },
  { figure: { socketsAMinute: 25_000 }, said: 'opened 25000 sockets a minute, not 20000' },
];

for (const { figure, said } of beyond) {
  test(`${JSON.stringify(figure)} makes a result invalid, in words`, () => {
    const faults = faultsOf({ ...good, ...figure });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(said);
  });
}
