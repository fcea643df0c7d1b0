import { NotRun } from '../../fixtures/accounts/role.ts';
import { halfProved } from '../../fixtures/half-proved.ts';
import {
  assigned,
  endedOn,
  noSuchProgram,
  type Ended,
} from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';

// Shorter ones stand in files by chance, and are too weak as it is (CS-02).
const leastKey = 16;
const unreadable = 66;
const noKey = 67;

// Examples and what development uses hold no secret of production.
const notSecret = '(^|[./_-])(example|sample|template|dist|local)($|[./_-])';

const isExample = (name: string): boolean => new RegExp(notSecret, 'i').test(name);

// As env_file of Docker Compose takes it: export before it, quotes around it, a comment behind it.
const keysIn = String.raw`sed -n 's/^[[:space:]]*\(export[[:space:]]\{1,\}\)\{0,1\}\(DJANGO_\)\{0,1\}SECRET_KEY[[:space:]]*[=:][[:space:]]*//p' \
    | tr -d '\r' | sed -e 's/^"\([^"]*\)".*$/\1/' -e "s/^'\([^']*\)'.*\$/\1/" \
      -e 's/[[:space:]]\{1,\}#.*$//' -e 's/[[:space:]]*$//' | grep '.\{${leastKey}\}'`;

const git = 'git -c core.fsmonitor=false -C "$folder"';
const inside = `{ find -L . -mindepth 1 -maxdepth 1 -name '.env*' -type f; find -L .envs -type f; }`;

/**
 * Looks at what holds the secret key where the deployment lies: who may read these files, whether git
 * keeps them, and whether it keeps the key. The key is looked for there and stays there: it is a
 * pattern that comes by a pipe, and only names of files come back.
 *
 * @param folder of the host
 * @throws NotRun when there is nothing to look at; with what was seen, when git or the key were not
 */
export async function lookAtSecrets(shell: HostShell, folder: string): Promise<Looked> {
  const there = `${assigned('folder', folder)}; cd -- "$folder" || exit`;
  const ended = await endedOn(shell, {
    files: `${there}; ${inside} | while IFS= read -r file; do stat -L -c '%a %n' "$file"; done`,
    tracked: `${there}; ${git} ls-files -z -- ':(glob).env*' ':(glob).envs/**'`,
    // Its status tells why there is no key to look for.
    holding: `${there}
files=$(${inside} | grep -viE '${notSecret}')
printf '%s\\n' "$files" | while IFS= read -r file; do [ -z "$file" ] || [ -r "$file" ] || exit ${unreadable}; done || exit
keys=$(printf '%s\\n' "$files" | while IFS= read -r file; do [ -z "$file" ] || cat "$file"; done | ${keysIn})
[ -n "$keys" ] || exit ${noKey}
printf '%s\\n' "$keys" | ${git} grep -lzFI -f - --`,
  });
  const files = ended.files.output.split('\n').flatMap((line) => {
    const [, mode = '', name = ''] = /^([0-7]{1,4}) (?:\.\/)?(.+)$/.exec(line) ?? [];
    return name === '' || isExample(name) ? [] : [{ name, mode }];
  });
  if (files.length === 0) {
    throw new NotRun('DEPLOY_FOLDER holds no .env that the user of HOST_SHELL sees');
  }
  const tracked = namesIn(ended.tracked).filter((name) => !isExample(name));
  const holding = namesIn(ended.holding);
  const findings = [
    ...files
      .filter(({ mode }) => Number.parseInt(mode, 8) % 8 !== 0)
      .map(({ name, mode }) => `${name} has mode ${mode}: others may use it`),
    ...tracked.map((name) => `${name} is tracked by git`),
    // What is tracked itself is found already.
    ...holding
      .filter((name) => !tracked.includes(name))
      .map((name) => `the secret key stands in ${name}, which git keeps`),
  ].slice(0, 20);
  if (findings.length === 0) {
    const unseen = whyUnseen(ended);
    const seen = `${files.map(({ name, mode }) => `${name} (${mode})`).join(', ')} closed to others`;
    if (unseen !== undefined) throw halfProved(`${seen}; ${unseen}`, 'that git keeps no key');
  }
  return { findings, seen: { files, tracked, holding } };
}

const namesIn = ({ output }: Ended): string[] => output.split('\0').filter((name) => name !== '');

/** Why nothing can be said of the key, or of git; undefined when both were seen. */
function whyUnseen({ tracked, holding }: Record<'tracked' | 'holding', Ended>): string | undefined {
  if (tracked.status === noSuchProgram) return 'the host has no git';
  if (tracked.status !== 0) {
    return 'git sees no repository there, or not as this user (git config --global --add safe.directory)';
  }
  if (holding.status === unreadable) return 'this user may not read them';
  if (holding.status === noKey) return `no secret key of ${leastKey} signs or more stands in them`;
  return holding.status > 1 ? 'git does not tell what it keeps' : undefined;
}
