import { test as base } from '@playwright/test';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { env } from '../fixtures/env.ts';
import type { Logged } from './load-server.ts';

/** A server whose truth is known, in a process of its own, as long as the worker lives. */
export interface KnownServer {
  readonly origin: string;
  /** What it has seen since the last look. */
  log(): Promise<Logged[]>;
}

/** Benchmarks of a load: beside the server there is nothing that they could wait for. */
export const test = base.extend<object, { known: KnownServer }>({
  known: [
    async ({}, use) => {
      const child = fork(join(import.meta.dirname, 'load-server.ts'), {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, TARGET: env().baseUrl },
      });
      const [port] = (await once(child, 'message')) as [number];
      const origin = `http://127.0.0.1:${port}`;
      const log = async (): Promise<Logged[]> =>
        (await (await fetch(`${origin}/log`)).json()) as Logged[];
      await use({ origin, log });
      child.kill();
    },
    { scope: 'worker' },
  ],
});
