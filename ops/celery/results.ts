import { z } from 'zod';
import type { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { askCelery, reached } from './program.ts';

const results = reached.extend({
  /** Whether the result that was stored came back. */
  isRead: z.boolean(),
  /** Whether it was gone after it had been removed. */
  isRemoved: z.boolean(),
});

/** What the result backend of the application did with one result. */
export type Results = z.infer<typeof results>;

// By the interface of all backends, so that no worker is needed, and no task stays in a queue when there
// is none. The name is nobody else's.
const program = `
import uuid
name = 'construbot-acceptance-' + uuid.uuid4().hex
answer = {'address': '', 'isRead': False, 'isRemoved': False, 'problem': None}
app.conf.update(
    redis_socket_connect_timeout=5, redis_socket_timeout=5, result_backend_always_retry=False,
    result_backend_transport_options=dict(
        app.conf.result_backend_transport_options or {},
        retry_policy={'max_retries': 1, 'interval_start': 0, 'interval_step': 0, 'interval_max': 0}))
try:
    backend = app.backend
    answer['address'] = bare(backend.as_uri(include_password=False))
    try:
        backend.store_result(name, 'construbot', 'SUCCESS')
        answer['isRead'] = app.AsyncResult(name).result == 'construbot'
    finally:
        backend.forget(name)
        answer['isRemoved'] = app.AsyncResult(name).state == 'PENDING'
except Exception as error:
    answer['problem'] = kinds(error)
`;

/**
 * Keeps a result as a task would, reads it back, and removes it.
 *
 * @throws NotRun see {@link askCelery}
 */
export const resultsOf = (shell: DjangoShell): Promise<Results> =>
  askCelery(shell, results, program);

/**
 * Judges the result backend of the application.
 *
 * @returns what is wrong, in words
 */
export function judgeResults({ address, problem, isRead, isRemoved }: Results): string[] {
  if (address.startsWith('disabled:')) return ['no result backend is set: results are thrown away'];
  if (problem !== null) return [`no result can be kept at ${address}: ${problem}`];
  return [
    ...(isRead ? [] : [`a result that was kept at ${address} is not read back`]),
    ...(isRemoved ? [] : [`a result that was kept at ${address} cannot be removed`]),
  ];
}
