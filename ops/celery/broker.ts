import { z } from 'zod';
import type { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { askCelery, reached } from './program.ts';

const broker = reached.extend({
  queue: z.string().max(100),
  /** Tasks that nobody has taken yet. */
  waiting: z.number().int().min(0).nullable(),
});

/** The broker of the application, as its own shell reaches it. */
export type Broker = z.infer<typeof broker>;

// The application queues nothing by itself: whatever lies there in such numbers is never taken.
const mostWaiting = 1000;

const program = `
answer = {'address': bare(app.conf.broker_write_url), 'queue': app.conf.task_default_queue,
          'waiting': None, 'problem': None}
try:
    with connect() as connection:
        use(connection)
        try:
            # Passive: it is looked at, never made.
            answer['waiting'] = connection.default_channel.queue_declare(
                queue=answer['queue'], passive=True).message_count
        except connection.channel_errors:
            answer['waiting'] = 0
except Exception as error:
    answer['problem'] = kinds(error)
`;

/**
 * Looks whether the application reaches its broker, and how many tasks wait there.
 *
 * @throws NotRun see {@link askCelery}
 */
export const brokerOf = (shell: DjangoShell): Promise<Broker> => askCelery(shell, broker, program);

/**
 * Judges the broker of the application.
 *
 * @returns what is wrong, in words
 */
export function judgeBroker({ address, queue, problem, waiting }: Broker): string[] {
  if (problem !== null)
    return [`the application does not reach its broker, ${address}: ${problem}`];
  if (waiting === null || waiting < mostWaiting) return [];
  return [`${waiting} tasks wait in the queue ${queue} of ${address}: nobody takes them`];
}
