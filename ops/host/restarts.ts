import { NotRun } from '../../fixtures/accounts/role.ts';
import { endedOn, type Ended } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';
import { containersCommand, containersIn, type Container } from './containers.ts';

const none = 3;

// As sd_booted(3) tells whether systemd is at work. Commands may hold secrets: of them only comes over
// whether it is a worker.
const unitsCommand = `[ -d /run/systemd/system ] || exit ${none}
systemctl show --type=service --property=Id,ActiveState,UnitFileState,Restart,ExecStart '*' |
  awk '/^ExecStart=/ { print "Worker=" (/celery/ && /worker/ ? "yes" : "no"); next } { print }'`;

/**
 * Looks whether what runs Celery's worker starts it anew.
 *
 * @throws NotRun where neither systemd nor Docker is there to do so
 */
export async function lookAtRestarts(shell: HostShell): Promise<Looked> {
  const ended = await endedOn(shell, { containers: containersCommand, units: unitsCommand });
  return judgeRestarts(containersIn(ended.containers), workerUnitsIn(ended.units));
}

/** A service of systemd that runs a worker, its properties by name (org.freedesktop.systemd1(5)). */
export type Unit = Readonly<Record<string, string>>;

/**
 * Reads what `systemctl show` tells of units: properties on lines, a blank line between units.
 *
 * @returns those that run a worker; undefined where there is no systemd
 * @throws NotRun when it is no such answer
 */
export function workerUnitsIn({ status, output }: Ended): readonly Unit[] | undefined {
  if (status === none) return undefined;
  const units = output
    .trim()
    .split(/\n{2,}/)
    .map((part) =>
      Object.fromEntries(
        part.split('\n').map((row) => {
          const at = row.indexOf('=');
          return [row.slice(0, at), row.slice(at + 1)];
        }),
      ),
    );
  if (status !== 0 || units.some(({ Id }) => Id === undefined)) {
    throw new NotRun('systemctl of HOST_SHELL does not tell its services');
  }
  return units.filter(({ Worker }) => Worker === 'yes');
}

/**
 * Says of each worker what would keep it from coming back.
 *
 * @throws NotRun where neither is there
 */
export function judgeRestarts(
  containers: readonly Container[] | undefined,
  units: readonly Unit[] | undefined,
): Looked {
  if (containers === undefined && units === undefined) {
    throw new NotRun(
      'the host of HOST_SHELL has neither systemd nor Docker to start a worker anew',
    );
  }
  const own = (containers ?? []).filter(({ isWorker }) => isWorker);
  const findings = [
    ...(own.length + (units ?? []).length === 0
      ? ['no service and no container of the host runs a worker of Celery']
      : []),
    ...own.flatMap(({ name, isRunning, restarts }) => [
      ...(isRunning ? [] : [`the container ${name} does not run`]),
      ...(['always', 'unless-stopped', 'on-failure'].includes(restarts)
        ? []
        : [`the container ${name} has the restart policy "${restarts || 'no'}"`]),
    ]),
    ...(units ?? []).flatMap(({ Id = '', ActiveState, UnitFileState, Restart = '' }) => [
      ...(ActiveState === 'active' ? [] : [`${Id} is ${ActiveState ?? 'unknown'}`]),
      ...(/^(?:always|on-failure|on-abnormal|on-abort)$/.test(Restart)
        ? []
        : [`${Id} has Restart=${Restart}`]),
      ...(/^enabled(?:-runtime)?$/.test(UnitFileState ?? '')
        ? []
        : [`${Id} is not enabled: it stays off after the host starts anew`]),
    ]),
  ];
  return { findings, seen: { containers: own, units } };
}
