import { html, type Html } from '../../../fixtures/html.ts';
import type { Signoff } from '../signoff.ts';
import { both } from './words.ts';

/** Checks that ask a vendor, by the folder that they lie in. */
const vendors = /ops\/(?:sentry|uptime|mail-provider|snapshots|bucket)\//;

/**
 * What the verdicts of this sign-off do not cover, as far as lines of it depend on that: checks of
 * vendors have been proved on what their documentation shows, never on an account of theirs.
 *
 * @returns false where no such line was looked at
 */
export function limitsSection({ checks, lines }: Signoff): Html | false {
  const seen = new Set(
    checks
      .filter(({ check, status }) => vendors.test(check) && /^(?:passed|failed)$/.test(status))
      .map(({ check }) => check),
  );
  const ids = lines
    .filter((line) => line.checks.some((check) => seen.has(check)))
    .map(({ id }) => id);
  return (
    ids.length > 0 &&
    html`<section class="limits"><h2>${both({ es: 'Límites', en: 'Limits' })}</h2>
<p>${both({
      es: 'Las revisiones que preguntan a Sentry, Mailgun, UptimeRobot o AWS se probaron con respuestas como las de su documentación, no con una cuenta de ellos:',
      en: 'The checks that ask Sentry, Mailgun, UptimeRobot or AWS were proved on answers as their documentation has them, not on an account of theirs:',
    })} ${ids.map((id) => html`<a href="#${id}">${id}</a> `)}</p></section>`
  );
}
