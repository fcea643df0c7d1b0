import type { ItemId } from '../../checklist/index.ts';

/** Rules of ZAP by number (zaproxy.org/docs/alerts), under the line of the checklist that they are of. */
const rules: Readonly<Partial<Record<ItemId, readonly number[]>>> = {
  // Debug errors, application errors.
  'CS-01': [10023, 90022],
  // .env, hidden files, .git, backup copies, source code.
  'CS-04': [40034, 40035, 41, 10095, 10099, 10045],
  // Content over plain HTTP, forms from and to plain HTTP.
  'SC-02': [10040, 10041, 10042, 10106],
  // HSTS.
  'SC-04': [10035],
  // Cookies without Secure, without SameSite, for a wide domain.
  'SC-05': [10011, 10054, 90033],
  // Cookies without HttpOnly.
  'SC-06': [10010],
  // Forms without a token.
  'SC-07': [10202, 20012],
  // Type sniffing.
  'SC-08': [10021],
  // Content-Security-Policy.
  'SC-09': [10038, 10055],
  // Framing.
  'SC-10': [10020],
  // Origins of others.
  'SM-07': [10098, 40040],
  // SQL: in general, and MySQL, Hypersonic, Oracle, PostgreSQL, SQLite, MsSQL.
  'ST-03': [40018, 40019, 40020, 40021, 40022, 40024, 40027],
  // Script: reflected, stored, in the DOM; what a user controls in a page.
  'ST-04': [40012, 40014, 40016, 40017, 40026, 10031, 10043],
};

const byRule = new Map(
  Object.entries(rules).flatMap(([item, ids]) =>
    ids.map((id): [string, string] => [String(id), item]),
  ),
);

/**
 * The lines of the checklist that an alert speaks of: always the scan, and the line of the rule
 * where there is one.
 *
 * @param rule number of the rule; some have a part behind a hyphen
 */
export function itemsOfAlert(rule: string): string[] {
  const item = byRule.get(rule.replace(/-.*$/, ''));
  return item === undefined ? ['ST-02'] : ['ST-02', item];
}
