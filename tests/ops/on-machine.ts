import { test as base } from '@playwright/test';
import { sudoersFor } from '../../ops/host/grants.ts';
import { setUp } from './host-setup.ts';
import { Machine, whyNoMachine } from './machine.ts';

/** `test` with a machine that is set up as the checklist wants it, one a worker. */
export const test = base.extend<object, { machine: Machine }>({
  machine: [
    async ({}, use) => {
      const reason = whyNoMachine();
      if (reason !== undefined) base.skip(true, reason);
      const machine = await Machine.start(sudoersFor('ops').join('\n'));
      try {
        setUp(machine);
        await use(machine);
        machine.run('fail2ban-client stop || true');
      } finally {
        await machine.stop();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
