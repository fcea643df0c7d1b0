import { runProgram } from './child.ts';

/**
 * Keeps the embedded mailbox up, for several runs at a time or to look at mail by hand: the
 * application sends to port 2525, the runs get `MAILBOX_URL=http://127.0.0.1:8025`.
 *
 * @returns when it is interrupted
 */
export function runMailbox(): Promise<number> {
  return runProgram('tsx', ['fixtures/mailbox/sink-main.ts'], {
    SINK_SMTP_PORT: process.env['SINK_SMTP_PORT'] ?? '2525',
    SINK_API_PORT: process.env['SINK_API_PORT'] ?? '8025',
  });
}
