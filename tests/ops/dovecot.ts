import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePorts } from '../../fixtures/embedded.ts';
import { takesConnection } from '../../fixtures/takes-connection.ts';
import { ensureTls } from '../../standin/tls.ts';

const program = '/usr/sbin/dovecot';
/** Debian's user of mail. */
const mailUser = 8;

/** Whether this machine has Dovecot. */
export const hasDovecot = (): boolean => existsSync(program);

/** Whether it may be started, too: each of its parts gives root up for a user of its own. */
export const mayStartDovecot = (): boolean => hasDovecot() && process.getuid?.() === 0;

/** A Dovecot of the tests' own, on loopback with TLS, with one user; gone at the end. */
export class Dovecot {
  readonly #server: ChildProcess;
  readonly #folder: string;
  readonly port: number;
  /** PEM text of the authority of its certificate. */
  readonly authority: string;

  private constructor(server: ChildProcess, folder: string, port: number, authority: string) {
    this.#server = server;
    this.#folder = folder;
    this.port = port;
    this.authority = authority;
  }

  /**
   * Starts one.
   *
   * @param user its name and password
   * @throws when it does not start
   */
  static async start(user: { readonly name: string; readonly password: string }): Promise<Dovecot> {
    const folder = mkdtempSync(join(tmpdir(), 'construbot-dovecot-'));
    chmodSync(folder, 0o755);
    const [port = 0] = await freePorts(1);
    const tls = await ensureTls(join(folder, 'tls'));
    mkdirSync(join(folder, 'mail'));
    chownSync(join(folder, 'mail'), mailUser, mailUser);
    writeFileSync(join(folder, 'users'), `${user.name}:{PLAIN}${user.password}\n`);
    const file = join(folder, 'dovecot.conf');
    writeFileSync(
      file,
      `base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${tls.certFile}
ssl_key = <${tls.keyFile}
mail_location = maildir:${folder}/mail
first_valid_uid = 1
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${mailUser} gid=${mailUser} home=${folder}/mail
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${port}
  }
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Correo {
    special_use = \\Junk
    auto = create
  }
}
`,
    );
    const server = spawn(program, ['-F', '-c', file], { stdio: 'ignore' });
    const started = new Dovecot(server, folder, port, readFileSync(tls.caFile, 'utf8'));
    while (!(await takesConnection('127.0.0.1', port, 1000))) {
      if (server.exitCode !== null) throw new Error(`Dovecot ends with ${server.exitCode}`);
      await delay(50);
    }
    return started;
  }

  /** Ends it, and removes all that it had. */
  async stop(): Promise<void> {
    this.#server.kill();
    if (this.#server.exitCode === null) await once(this.#server, 'exit');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
