import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Ended } from '../../fixtures/shell/host-commands.ts';

// Arguments and environment may hold secrets: of them only comes over whether it is a worker.
const template = [
  '{"name":{{json .Name}}',
  '"service":{{json (index .Config.Labels "com.docker.compose.service")}}',
  '"isRunning":{{json .State.Running}}',
  '"restarts":{{json .HostConfig.RestartPolicy.Name}}',
  '"driver":{{json .HostConfig.LogConfig.Type}}',
  '"maxSize":{{json (index .HostConfig.LogConfig.Config "max-size")}}',
  '"ports":{{json .NetworkSettings.Ports}}',
  '"words":[{{range .Args}}{{if or (eq . "worker") (eq . "/start-celeryworker")}}1,{{end}}{{end}}0]}',
].join(',');

/**
 * Lists the containers of the host, as a command for {@link endedOn}: `docker` is asked directly where
 * its socket may be written.
 */
export const containersCommand = `[ -S /var/run/docker.sock ] || exit 3
asked() { if [ -w /var/run/docker.sock ]; then "$@"; else as_root "$@"; fi; }
ids=$(asked docker ps -aq) || exit
[ -z "$ids" ] || asked docker inspect --format '${template}' $ids`;

const container = z
  .object({
    name: z.string(),
    service: z.string().nullish(),
    isRunning: z.boolean(),
    restarts: z.string(),
    driver: z.string(),
    maxSize: z.string().nullish(),
    ports: z
      .record(
        z.string(),
        z.array(z.object({ HostIp: z.string(), HostPort: z.string() })).nullable(),
      )
      .nullable(),
    words: z.array(z.number()),
  })
  .transform(({ name, service, words, ports, ...rest }) => {
    const called = (service ?? '') === '' ? name.replace(/^\//, '') : (service ?? '');
    return {
      ...rest,
      name: called,
      /** Whether it runs a worker of Celery, by its command or its name. */
      isWorker: words.length > 1 || /celery[-_]?worker|worker.*celery/i.test(called),
      /** Where its ports are published, such as 0.0.0.0. */
      published: Object.values(ports ?? {}).flatMap((bindings) =>
        (bindings ?? []).map(({ HostIp, HostPort }) => ({ ip: HostIp, port: Number(HostPort) })),
      ),
    };
  });

/** A container of the host. */
export type Container = z.infer<typeof container>;

/**
 * Reads the answer to {@link containersCommand}.
 *
 * @returns undefined where no Docker runs
 * @throws NotRun when it is no such answer
 */
export function containersIn({ status, output }: Ended): readonly Container[] | undefined {
  if (status === 3) return undefined;
  const problem = new NotRun('Docker of HOST_SHELL does not tell its containers');
  if (status !== 0) throw problem;
  const rows = output.split('\n').filter((row) => row !== '');
  return rows.map((row) => {
    let value: unknown;
    try {
      value = JSON.parse(row);
    } catch {
      throw problem;
    }
    const read = container.safeParse(value);
    if (read.success) return read.data;
    throw problem;
  });
}
