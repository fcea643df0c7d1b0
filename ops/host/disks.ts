import { NotRun } from '../../fixtures/accounts/role.ts';
import { endedOn } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';

/** From so many percent on a file system is too full. */
const limit = 80;

// Images that are full by their nature, and views of what is counted already.
const images = /^(?:squashfs|iso9660|erofs|overlay|efivarfs|cramfs|udf)$/;
// Without a size, and with one (df(1), "-P" keeps each on a line).
const line = /^(.{1,200}?) +([\w.]+) +(\d+|-) +(\d+|-) +(-?\d+|-) +(?:(\d+)%|-) (\/.*)$/;

interface Filled {
  readonly place: string;
  readonly what: 'space' | 'inodes';
  readonly percent: number;
}

/**
 * Looks how full the file systems of the host are.
 *
 * @returns beside what is wrong, the fullest in words
 * @throws NotRun when df does not tell
 */
export async function lookAtDisks(
  shell: HostShell,
): Promise<Looked & { readonly fullest: string }> {
  // One that hangs, as of a network, is no reason to fail: df ends with 1, and tells of the others.
  const { space, inodes } = await endedOn(shell, { space: 'df -PTk', inodes: 'df -PTi' });
  const filled = [...filledIn('space', space.output), ...filledIn('inodes', inodes.output)];
  const [fullest] = [...filled].sort((a, b) => b.percent - a.percent);
  if (fullest === undefined) throw new NotRun('df of HOST_SHELL tells of no file system');
  return {
    findings: filled.filter(({ percent }) => percent >= limit).map(said),
    seen: filled,
    fullest: said(fullest),
  };
}

const said = ({ place, what, percent }: Filled): string =>
  `${percent} % of the ${what} of ${place} ${what === 'space' ? 'is' : 'are'} used`;

function filledIn(what: Filled['what'], output: string): Filled[] {
  const [, ...rows] = output.trimEnd().split('\n');
  return rows.flatMap((row) => {
    const [, , type = '', , , , percent, place = ''] = line.exec(row) ?? [];
    if (type === '') throw new NotRun('df of HOST_SHELL answers as df does not');
    return percent === undefined || images.test(type)
      ? []
      : [{ place, what, percent: Number(percent) }];
  });
}
