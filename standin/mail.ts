import { createTransport } from 'nodemailer';

/** Sends the application's mail. */
export interface Mailer {
  /** @throws when the mail server does not take it, which is a 500 in Django too */
  send(to: string, subject: string, text: string): Promise<void>;
  close(): void;
}

/**
 * A mailer over SMTP.
 *
 * @param url where the mail server takes mail, `smtp://host:port`
 */
export function smtpMailer(url: string | undefined): Mailer {
  if (url === undefined) {
    return { send: () => Promise.reject(new Error('no mail server')), close: () => undefined };
  }
  const transport = createTransport({ url, pool: true, ignoreTLS: true });
  return {
    async send(to, subject, text) {
      await transport.sendMail({ from: 'noreply@construbot.test', to, subject, text });
    },
    close() {
      transport.close();
    },
  };
}
