import { NotRun } from '../../fixtures/accounts/role.ts';
import { halfProved } from '../../fixtures/half-proved.ts';
import { endedOn, noSuchProgram } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';
import { containersCommand, containersIn, type Container } from './containers.ts';
import { few } from './updates.ts';

/** What is asked as root: logrotate reads no rule that it may not, and no log of others. */
export const logCommands = { rules: 'as_root logrotate -d /etc/logrotate.conf' } as const;

/** From this size on a log that is written to has to have a rule, in kilobytes. */
const leastKilobytes = 1024;
/** logrotate is run each day. */
const mostDays = 3;

const commands = {
  ...logCommands,
  containers: containersCommand,
  // What is rotated already ends in a number, a date or the name of how it is packed.
  logs: `find /var/log -type f -size +${leastKilobytes}k -mtime -2 ! -path '/var/log/journal/*' ! -name '*.[0-9]*' ! -name '*-[0-9]*' ! -name '*.gz' ! -name '*.xz' ! -name '*.zst' ! -name '*.old' ! -name lastlog ! -name faillog | head -n 500`,
  ran: 'date +%s; stat -c %Y /var/lib/logrotate/status /var/lib/logrotate.status',
} as const;

/**
 * Looks whether what is written to the logs of the host and of its containers is bounded.
 *
 * @throws NotRun when it cannot be seen
 */
export async function lookAtLogs(shell: HostShell): Promise<Looked> {
  // What logrotate would do is told on the standard error; -d changes nothing (logrotate(8)).
  const rules = `{ ${commands.rules}; } 2>&1`;
  const ended = await endedOn(shell, { ...commands, rules });
  const containers = containersIn(ended.containers);
  const hasRotation = ended.rules.status !== noSuchProgram;
  if (hasRotation && !/^Handling \d+ logs/m.test(ended.rules.output)) {
    throw new NotRun('logrotate of HOST_SHELL does not tell its rules');
  }
  const ruled = new Set(
    [...ended.rules.output.matchAll(/^ *considering log (\/.+)$/gm)].map(([, path]) => path),
  );
  const logs = ended.logs.output.split('\n').filter((path) => path.startsWith('/'));
  const bare = logs.filter((path) => !ruled.has(path));
  const [now = 0, ...stamps] = ended.ran.output.trim().split('\n').map(Number);
  const days = stamps.length === 0 ? undefined : (now - Math.max(...stamps)) / 86_400;
  const findings = [
    ...(hasRotation ? [] : ['logrotate is not installed']),
    ...(hasRotation && days === undefined ? ['logrotate has never run'] : []),
    ...(hasRotation && days !== undefined && !(days <= mostDays)
      ? [`logrotate has not run for ${Math.floor(days)} days`]
      : []),
    ...(bare.length === 0
      ? []
      : [`no rule of logrotate is for logs above 1 MB that are written to: ${few(bare)}`]),
    ...(containers ?? [])
      .filter(isUnbounded)
      .map(({ name, driver }) => `the container ${name} logs by ${driver} without max-size`),
  ];
  return { findings, seen: { ruled: [...ruled], logs, days, containers } };
}

// json-file keeps all unless it is told a size; of the others, each has a bound or keeps nothing here
// (docs.docker.com, "Configure logging drivers").
const isUnbounded = ({ driver, maxSize }: Container): boolean =>
  driver === 'json-file' && (maxSize ?? '') === '';

const shippers =
  /^(?:amazon-cloudwat\w*|vector|fluent-bit|fluentd|td-agent|promtail|alloy|filebeat|otelcol\S*|datadog-agent|nxlog|systemd-journal-upload|syslog-ng|newrelic-infra|google_cloud_o\w*)$/;
const remote = new Set(['awslogs', 'syslog', 'gelf', 'fluentd', 'splunk', 'gcplogs']);

/**
 * Looks who sends the logs of the host somewhere else.
 *
 * @returns their names
 * @throws NotRun when nobody is seen: a person may tell where the logs are read
 */
export async function lookAtShippers(shell: HostShell): Promise<readonly string[]> {
  const ended = await endedOn(shell, {
    programs: 'cat /proc/[0-9]*/comm | sort -u',
    // What rsyslog sends over UDP, TCP and by omfwd (rsyslog.com, "Actions").
    rsyslog:
      "grep -hsE '^[^#]*( @@?[[:alnum:][(]|omfwd|omrelp)' /etc/rsyslog.conf /etc/rsyslog.d/*.conf | wc -l",
    containers: containersCommand,
  });
  const programs = ended.programs.output.split('\n');
  const seen = [
    ...programs.filter((name) => shippers.test(name)),
    ...(programs.includes('rsyslogd') && Number(ended.rsyslog.output) > 0 ? ['rsyslogd'] : []),
    ...(containersIn(ended.containers) ?? [])
      .filter(({ driver }) => remote.has(driver))
      .map(({ name, driver }) => `${name} by ${driver}`),
  ];
  if (seen.length > 0) return seen;
  throw halfProved(
    'no program that sends logs elsewhere is seen on the host',
    'where they are read',
  );
}
