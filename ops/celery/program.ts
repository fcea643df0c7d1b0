import { z } from 'zod';
import type { DjangoShell } from '../../fixtures/shell/django-shell.ts';

/** Where something of Celery's is, and what kept the shell of the application from using it. */
export const reached = z.object({
  /** Without user and password, which never leave the deployment. */
  address: z.string().max(300),
  /** Kinds of the errors, such as `OperationalError, ConnectionError`; null when it answered. */
  problem: z.string().max(300).nullable(),
});

// What belongs to all programs: an address without what is secret, errors by their kinds as their texts
// may hold an address, and a connection to the broker that does not wait for ever.
const prelude = `
import re
from celery import current_app as app

def bare(address):
    return re.sub(r'//[^@/]*@', '//', str(address).split('?')[0])

def kinds(error):
    names = []
    while error is not None and len(names) < 4:
        if type(error).__name__ not in names:
            names.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return ', '.join(names)

def connect():
    options = {}
    if str(app.conf.broker_write_url).startswith(('redis', 'sentinel')):
        options = {'socket_connect_timeout': 5, 'socket_timeout': 5}
    return app.connection_for_write(transport_options=options)

def use(connection):
    connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0, timeout=5)
`;

/**
 * Runs a program in the shell of the application, by the Celery that it is set up with: only the
 * application knows which broker and backend it uses, and with which password.
 *
 * @param shape of its answer
 * @param program Python, see {@link DjangoShell.ask}; it may use `app`, `bare`, `kinds`, `connect`, `use`
 * @throws NotRun when there is no such answer
 */
export function askCelery<T>(shell: DjangoShell, shape: z.ZodType<T>, program: string): Promise<T> {
  return shell.ask(shape, `${prelude}${program}`);
}
