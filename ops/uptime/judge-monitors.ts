import type { Monitor } from '../../fixtures/vendor/uptime-robot.ts';

const hostOf = (url: string | null | undefined): string | undefined => {
  if (url == null) return undefined;
  // A monitor of a port or by ping has a bare host.
  const address = url.includes('://') ? url : `https://${url}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
};

/**
 * Line MO-08: the host is watched, is seen to be up, and somebody is told when it is not.
 *
 * @param host of the deployment
 */
export function judgeMonitors(monitors: readonly Monitor[], host: string): string[] {
  const own = monitors.filter(({ url }) => hostOf(url) === host);
  if (own.length === 0) return [`none of ${monitors.length} monitors watches ${host}`];
  const problems = own.map(({ status, assignedAlertContacts: contacts, url }) => {
    if (status !== 'UP') return `the monitor of ${url ?? host} is ${status}`;
    return contacts?.length === 0 ? `the monitor of ${url ?? host} alerts nobody` : undefined;
  });
  if (problems.some((problem) => problem === undefined)) return [];
  return problems.filter((problem) => problem !== undefined);
}
