import type { Seen } from './crawl.ts';
import type { SeenForm } from './read-page.ts';

const named = ({ action, fields }: SeenForm): string =>
  `${action.pathname} (${fields.map(({ name }) => name).join(', ')})`;

/** Forms that change something here and carry no token: what protects them is off, or they fail. */
export function withoutToken({ forms, address }: Seen): string[] {
  return forms
    .filter(
      ({ method, action, token }) => method === 'post' && action.host === address.host && !token,
    )
    .map((form) => `the form to ${named(form)}`);
}

/** Forms that put a password into an address, which histories and logs keep. */
export function passwordInAddress({ forms }: Seen): string[] {
  return forms
    .filter(
      ({ method, fields }) => method === 'get' && fields.some(({ type }) => type === 'password'),
    )
    .map((form) => `the form to ${named(form)}`);
}
