import type { Session } from '../fixtures/http/session.ts';
import { linksIn, type Mailbox } from '../fixtures/mailbox/mailbox.ts';
import type { Message } from '../fixtures/mailbox/message.ts';

/** The page that asks for a new password. */
export const resetPath = '/accounts/password/reset/';

/** What the mail with the link is about. */
export const resetSubject = /Password Reset/;

/**
 * Asks for a new password and waits for the mail.
 *
 * @param except mails that are no answer to this
 * @returns the path that the mail leads to; empty when it leads to none
 * @throws when the application refuses, or no mail comes
 */
export async function resetLink(
  session: Session,
  mailbox: Mailbox,
  email: string,
  except: readonly Message[] = [],
): Promise<string> {
  await session.submit(resetPath, { email }, { form: ['email'] });
  const mail = await mailbox.waitFor({ to: email, subject: resetSubject, except });
  const [link] = linksIn(mail, `${resetPath}key/`);
  return link?.pathname ?? '';
}

/**
 * Opens a link for a new password.
 *
 * @returns the path of the form that it leads to
 * @throws when it leads nowhere
 */
export async function openResetLink(session: Session, link: string): Promise<string> {
  return (await session.get(link, 302)).location ?? '';
}

/**
 * Sets a new password by a link that is good.
 *
 * @throws FormRefused when the password is refused, Error when the link is dead
 */
export async function setPassword(session: Session, link: string, password: string): Promise<void> {
  await session.submit(
    await openResetLink(session, link),
    { password1: password, password2: password },
    { form: ['password1', 'password2'] },
  );
}
