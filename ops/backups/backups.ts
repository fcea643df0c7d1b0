import { NotRun } from '../../fixtures/accounts/role.ts';
import { assigned, endedOn } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';

/** A dump that lies in the folder. */
export interface Backup {
  readonly name: string;
  readonly bytes: number;
  /** How long ago it was last written, in hours, by the clock of the host. */
  readonly ageHours: number;
}

/** What lies in the folder, the newest first. */
export interface Backups {
  readonly backups: readonly Backup[];
  /** Device and type of the file system, which tell whether it is one of this host. */
  readonly fileSystem: string;
}

const most = 10_000;
// What was written a moment ago is still being written.
const underWayMinutes = 2;

/**
 * Lists the files that lie in a folder of the host; none is opened.
 *
 * @param folder its path, of whatever signs
 * @throws NotRun when it cannot be listed
 */
export async function listBackups(shell: HostShell, folder: string): Promise<Backups> {
  const path = assigned('folder', `${folder}/`);
  const { files, system, now } = await endedOn(shell, {
    now: 'date +%s',
    files: `${path}; find "$folder" -mindepth 1 -maxdepth 1 -type f -mmin +${underWayMinutes} -printf '%T@ %s %f\\0'`,
    system: `${path}; df -PT "$folder" | tail -n 1`,
  });
  if (files.status !== 0) {
    throw new NotRun('BACKUP_FOLDER cannot be listed by the user of HOST_SHELL, or is not there');
  }
  const rows = files.output.split('\0');
  if (rows.pop() !== '') throw new NotRun('find of HOST_SHELL answers as find does not');
  if (rows.length > most) throw new NotRun(`BACKUP_FOLDER holds more than ${most} files`);
  const seconds = Number(now.output);
  const backups = rows.map((row) => {
    const [, time, bytes, name = ''] = /^(-?\d+)(?:\.\d+)? (\d+) (.+)$/s.exec(row) ?? [];
    if (time === undefined || !Number.isFinite(seconds)) {
      throw new NotRun('find of HOST_SHELL answers as find does not');
    }
    return { name, bytes: Number(bytes), ageHours: (seconds - Number(time)) / 3600 };
  });
  const [device = '', type = ''] = system.output.split(/ +/);
  return {
    backups: backups.sort((a, b) => a.ageHours - b.ageHours),
    fileSystem: `${device} ${type}`.trim(),
  };
}
