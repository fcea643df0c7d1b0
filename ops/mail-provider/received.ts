import { askForMessage } from '../../fixtures/test/delivered.ts';
import type { Newcomers } from '../../fixtures/test/newcomers.ts';
import type { As } from '../../fixtures/test/as.ts';
import type { Mailbox } from '../../fixtures/mailbox/mailbox.ts';

/** A mail of the application that has arrived. */
export interface Received {
  readonly recipient: string;
  /** The domain in From. */
  readonly sender: string;
}

/**
 * Has the application send a mail and waits for it.
 *
 * @throws when it does not arrive
 */
export async function receiveMail(needs: {
  readonly as: As;
  readonly newcomers: Newcomers;
  readonly mailbox: Mailbox;
}): Promise<Received> {
  const { query } = await askForMessage(needs);
  const { from } = await needs.mailbox.waitFor(query);
  return { recipient: query.to, sender: from.slice(from.lastIndexOf('@') + 1).replace(/>.*$/, '') };
}
