import { z } from 'zod';
import type { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import type { SentryEvent } from '../../fixtures/vendor/sentry.ts';

/** The tag by which an event is known as one of a run. */
export const runTag = 'construbot_acceptance';

const answer = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
});

/**
 * Has the application send an event to Sentry by its own SDK and settings, as an error would be: one
 * message that is the same in each run, so that all are one issue, with a tag that tells the run.
 *
 * @param runId letters and digits
 * @returns the id of the event; null when the SDK is not set up or drops it
 * @throws NotRun when the shell does not answer
 */
export async function sendEvent(shell: DjangoShell, runId: string): Promise<string | null> {
  const { id } = await shell.ask(
    answer,
    `
import sentry_sdk
new_scope = getattr(sentry_sdk, 'new_scope', None) or sentry_sdk.push_scope
with new_scope() as scope:
    scope.set_tag(${JSON.stringify(runTag)}, ${JSON.stringify(runId)})
    scope.fingerprint = [${JSON.stringify(runTag)}]
    event_id = sentry_sdk.capture_message('construbot-acceptance: this is no error, only its way here', level='error')
    sentry_sdk.flush(timeout=10)
answer = {'id': event_id}
`,
  );
  return id;
}

/** Line MO-02: what was sent is there. */
export function judgeEvent(
  id: string | null,
  found: SentryEvent | undefined,
  runId: string,
  waitedMs: number,
): string[] {
  if (id === null)
    return ['the SDK of the application sends nothing: it has no DSN, or drops events'];
  if (found === undefined) {
    return [`the project has no event ${id} ${waitedMs / 1000} s after the application sent it`];
  }
  const tag = found.tags.find(({ key }) => key === runTag)?.value;
  return tag === runId ? [] : [`the event ${id} has not the tag of this run`];
}
