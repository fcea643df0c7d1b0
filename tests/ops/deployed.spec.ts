import { expect, test as base } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import { lookAtSecrets } from '../../ops/deployed/secrets.ts';
import { reasonOf } from './reason-of.ts';

const key = 'canario-$&/[*\\."q8Zk1-de-sesenta-signos-o-mas-de-una-llave';

/** A deployment as it should be: a repository, and beside it what holds the key. */
class Deployed {
  /** A path that a shell would read otherwise if it were pasted. */
  readonly folder = join(
    mkdtempSync(join(tmpdir(), 'construbot-deployed-')),
    "obra $(touch robado) 'é",
  );

  constructor() {
    mkdirSync(this.folder);
    this.write('.gitignore', '.env\n.envs/\n');
    this.write('settings.py', "SECRET_KEY = env('DJANGO_SECRET_KEY')\n");
    this.write('.env.example', 'DJANGO_SECRET_KEY=pon-aqui-la-tuya-de-sesenta-signos\n');
    this.git('init', '-q');
    this.keep();
    this.write('.env', `DJANGO_DEBUG=False\nDJANGO_SECRET_KEY=${key}\n`, 0o600);
  }

  write(name: string, content: string, mode = 0o644): void {
    const path = join(this.folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, mode);
  }

  git(...words: string[]): void {
    execFileSync('git', ['-C', this.folder, ...words], { stdio: 'ignore' });
  }

  /** Everything that is there and not ignored, as git keeps it. */
  keep(...words: string[]): void {
    this.git('add', ...words, '.');
  }
}

const test = base.extend<{ deployed: Deployed }>({
  deployed: async ({}, use) => {
    const deployed = new Deployed();
    await use(deployed);
    expect(existsSync('robado')).toBe(false);
    rmSync(join(deployed.folder, '..'), { recursive: true });
  },
});

const look = (
  { folder }: Deployed,
  words: readonly string[] = [],
): ReturnType<typeof lookAtSecrets> => lookAtSecrets(new HostShell(words), folder);

test('a deployment that keeps its key to itself', async ({ deployed }) => {
  const { findings, seen } = await look(deployed);
  expect(findings).toEqual([]);
  expect(seen).toEqual({ files: [{ name: '.env', mode: '600' }], tracked: [], holding: [] });
});

const faults: Readonly<Record<string, readonly [(deployed: Deployed) => void, string]>> = {
  'git tracks .env': [
    (one) => {
      one.git('add', '-f', '.env');
    },
    '.env is tracked by git',
  ],
  'others may read .env': [
    (one) => {
      chmodSync(join(one.folder, '.env'), 0o644);
    },
    '.env has mode 644: others may use it',
  ],
  'others may read what lies in .envs': [
    (one) => {
      one.write('.envs/.production/.django', `A=1\n`, 0o604);
    },
    '.envs/.production/.django has mode 604: others may use it',
  ],
  'a file of settings holds the key': [
    (one) => {
      one.write('config/settings/production.py', `x = 1\nSECRET_KEY = '${key}'\n`);
      one.keep();
    },
    'the secret key stands in config/settings/production.py, which git keeps',
  ],
};

for (const [what, [change, says]] of Object.entries(faults)) {
  test(`${what}: just that is found`, async ({ deployed }) => {
    change(deployed);
    const { findings, seen } = await look(deployed);
    expect(findings).toEqual([says]);
    expect(JSON.stringify(seen)).not.toContain('canario');
  });
}

for (const line of [
  `export DJANGO_SECRET_KEY="clave-entre-comillas-0123456789"`,
  `DJANGO_SECRET_KEY='clave-entre-comillas-0123456789'`,
  `DJANGO_SECRET_KEY=clave-entre-comillas-0123456789  # de producción\r`,
]) {
  test(`the key is read as Docker Compose reads ${line.trim()}`, async ({ deployed }) => {
    deployed.write('.env', `${line}\n`, 0o600);
    deployed.write('notas.txt', 'clave-entre-comillas-0123456789');
    deployed.keep();
    expect((await look(deployed)).findings).toEqual([
      'the secret key stands in notas.txt, which git keeps',
    ]);
  });
}

test('the key is in no argument of a program', async ({ deployed }) => {
  const calls = join(deployed.folder, '..', 'calls');
  const bin = join(deployed.folder, '..', 'bin');
  mkdirSync(bin);
  for (const name of ['git', 'sed', 'grep', 'cat', 'tr', 'stat', 'find']) {
    const real = execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\nprintf '%s\\n' "$0 $*" >>${calls}\nexec ${real} "$@"\n`;
    writeFileSync(join(bin, name), script, { mode: 0o755 });
  }
  const words = ['env', `PATH=${bin}:${process.env['PATH'] ?? ''}`];
  expect((await look(deployed, words)).findings).toEqual([]);
  const said = execFileSync('cat', [calls], { encoding: 'utf8' });
  expect(said).toContain('grep -lzFI');
  expect(said).not.toContain('canario');
});

const halves: Readonly<Record<string, readonly [(deployed: Deployed) => void, RegExp]>> = {
  'no repository': [
    (one) => {
      rmSync(join(one.folder, '.git'), { recursive: true });
    },
    /^\.env \(600\) closed to others; git sees no repository there.*; npm run attest takes that git keeps no key$/,
  ],
  'no key': [
    (one) => {
      one.write('.env', 'A=1\n', 0o600);
    },
    /no secret key of 16 signs or more stands/,
  ],
  'a short key': [
    (one) => {
      one.write('.env', 'DJANGO_SECRET_KEY=env\n', 0o600);
    },
    /no secret key of 16 signs or more stands/,
  ],
  'nothing that holds a key': [
    (one) => {
      rmSync(join(one.folder, '.env'));
    },
    /^DEPLOY_FOLDER holds no \.env/,
  ],
  'no such folder': [
    (one) => {
      rmSync(one.folder, { recursive: true });
    },
    /^DEPLOY_FOLDER holds no \.env/,
  ],
};

for (const [what, [change, says]] of Object.entries(halves)) {
  test(`where there is ${what} the line is not run, and says so`, async ({ deployed }) => {
    change(deployed);
    expect(await reasonOf(look(deployed))).toMatch(says);
  });
}

test('a host without git is a reason', async ({ deployed }) => {
  const bin = join(deployed.folder, '..', 'bin');
  mkdirSync(bin);
  const programs = 'sh env find stat sed grep cat tr base64 printf'.split(' ');
  execFileSync('sh', [
    '-c',
    `for one in ${programs.join(' ')}; do ln -s "$(command -v $one)" ${bin}; done`,
  ]);
  const bare = ['/usr/bin/env', `PATH=${bin}`, 'HOST=1'];
  expect(await reasonOf(look(deployed, bare))).toContain('the host has no git');
});
