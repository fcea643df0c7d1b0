import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { askCelery, reached } from './program.ts';

const workers = reached.extend({
  /** Names of those that answered, such as `celery@host`. */
  answered: z.array(z.string().max(200)).max(1000),
});

/** Workers that answer a ping by the broker of the application. */
export type Workers = z.infer<typeof workers>;

// The same that `celery inspect ping` does. What it leaves in the broker is gone when it ends: Kombu
// removes the queue of the answers.
const program = `
answer = {'address': bare(app.conf.broker_write_url), 'answered': [], 'problem': None}
try:
    with connect() as connection:
        use(connection)
        replies = app.control.ping(timeout=2, connection=connection) or []
        answer['answered'] = sorted({name for reply in replies for name, said in reply.items()
                                     if said == {'ok': 'pong'}})
except Exception as error:
    answer['problem'] = kinds(error)
`;

/**
 * Pings the workers of the application.
 *
 * @throws NotRun see {@link askCelery}
 */
export const workersOf = (shell: DjangoShell): Promise<Workers> =>
  askCelery(shell, workers, program);

/**
 * Judges whether a worker is there.
 *
 * @returns what is wrong, in words
 * @throws NotRun when nobody can be asked, for want of a broker
 */
export function judgeWorkers({ address, answered, problem }: Workers): string[] {
  if (problem !== null) {
    throw new NotRun(`no worker can be asked: the broker ${address} does not answer (RC-05)`);
  }
  if (answered.length > 0) return [];
  return [
    `no worker answers a ping by ${address} within 2 s: none runs, or it takes its tasks from another broker`,
  ];
}
