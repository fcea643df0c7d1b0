import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { items, resolveRepeats } from '../checklist/index.ts';
import { env, refusal, type Env } from '../fixtures/env.ts';
import { findBrowser } from '../fixtures/browser-choice.ts';
import { exitCode } from '../fixtures/failure.ts';
import { NothingCounted, Statements } from '../fixtures/database/statements.ts';
import { reachTarget } from '../fixtures/http/reach-target.ts';
import { openMailbox } from '../fixtures/mailbox/mailbox.ts';
import { openDatabase } from '../fixtures/test/database.ts';
import { attempt, type Finding } from './doctor/finding.ts';
import { djangoFinding } from './doctor/django.ts';
import { hostFinding } from './doctor/host.ts';
import { namesFinding } from './doctor/names.ts';
import { redisFinding } from './doctor/redis.ts';
import { vendorFindings } from './doctor/vendors.ts';
import { tryAccount } from './inspect-target.ts';

const marks = { ok: '✓', missing: '–', wrong: '✗' } as const;

/**
 * Checks configuration, browser, target, accounts, mailbox and database, and says line by line of the
 * checklist what can run and what is missing for the rest. Changes nothing on the target.
 *
 * @returns 0 when nothing is wrong; missing access is not wrong
 */
export async function doctor(): Promise<number> {
  const settings = env();
  const findings = [
    browser(settings),
    await attempt('Target', exitCode.unreachable, async () => {
      if (settings.baseUrl === undefined) return 'the embedded stand-in (BASE_URL is not set)';
      await reachTarget(settings);
      return settings.baseUrl;
    }),
    await account(settings, 'ACCOUNT', 'level 3 or more; everything that needs somebody signed in'),
    await account(
      settings,
      'OTHER',
      'somebody of a second customer; else one is made by signing up',
    ),
    await account(
      settings,
      'STAFF',
      'Django staff; what only staff may do, and the companies of who signed up',
    ),
    await mailbox(settings),
    await database(settings),
    await redisFinding(settings),
    await djangoFinding(settings),
    await hostFinding(settings),
    await namesFinding(settings),
    ...(await vendorFindings(settings)),
    ...(['write', 'attack'] as const).map((tier): Finding => {
      const reason = refusal(settings, tier);
      return {
        what: `Tier ${tier}`,
        state: reason === undefined ? 'ok' : 'missing',
        said: reason ?? 'open',
      };
    }),
  ];
  for (const { what, said, state } of findings)
    console.log(`${marks[state]} ${what.padEnd(12)} ${said}`);
  sayItems(settings);
  return findings.find(({ state }) => state === 'wrong')?.code ?? exitCode.ok;
}

function sayItems(settings: Env): void {
  console.log(
    '\nLines of the checklist (✓ a check can run, – it cannot, · the suite has none yet):',
  );
  const checked = itemsWithChecks();
  for (const { id, line, needs, tier } of items) {
    if (!resolveRepeats(id).some((one) => checked.has(one))) {
      console.log(`  · ${id}  ${line.en}`);
      continue;
    }
    const missing = settings.baseUrl === undefined ? [] : needs.filter((name) => !isGiven(name));
    const closed = tier === 'observe' ? undefined : refusal(settings, tier);
    const reasons = [
      ...(missing.length === 0 ? [] : [`needs ${missing.join(', ')}`]),
      ...(closed === undefined ? [] : [closed]),
    ];
    const mark = reasons.length === 0 ? marks.ok : marks.missing;
    console.log(`  ${mark} ${id}  ${line.en}${reasons.map((reason) => ` — ${reason}`).join('')}`);
  }
}

const isGiven = (name: string): boolean => (process.env[name] ?? '') !== '';

const listed = z.object({ suites: z.array(z.unknown()) });
const tagged = z.object({ tags: z.array(z.string()) });

/** The lines that any check of the suite names, as Playwright lists them. */
function itemsWithChecks(): Set<string> {
  const list = spawnSync('npx', ['playwright', 'test', '--list', '--reporter=json'], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Listing needs no target; without one nothing is started or asked.
    env: { ...process.env, BASE_URL: '', PLAYWRIGHT_JSON_OUTPUT_NAME: '' },
    shell: process.platform === 'win32',
  });
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    const own = tagged.safeParse(node);
    for (const tag of own.data?.tags ?? []) found.add(tag);
    if (typeof node === 'object' && node !== null) Object.values(node).flat().forEach(walk);
  };
  walk(listed.parse(JSON.parse(list.stdout)).suites);
  return found;
}

function browser(settings: Env): Finding {
  const path = findBrowser(settings.browserPath);
  return path === undefined
    ? { what: 'Browser', state: 'missing', said: 'none; the first run installs one' }
    : { what: 'Browser', state: 'ok', said: path };
}

async function account(
  settings: Env,
  name: 'ACCOUNT' | 'OTHER' | 'STAFF',
  use: string,
): Promise<Finding> {
  if (settings.baseUrl === undefined)
    return { what: name, state: 'ok', said: 'made by the stand-in' };
  const credentials = { ACCOUNT: settings.account, OTHER: settings.other, STAFF: settings.staff }[
    name
  ];
  if (credentials === undefined) return { what: name, state: 'missing', said: `${name}_*: ${use}` };
  return attempt(name, exitCode.configuration, async () => {
    await tryAccount(settings, name, credentials);
    return `${credentials.username} can sign in`;
  });
}

async function mailbox(settings: Env): Promise<Finding> {
  if (settings.baseUrl === undefined) return { what: 'Mailbox', state: 'ok', said: 'embedded' };
  if (settings.mailboxUrl === undefined) {
    return {
      what: 'Mailbox',
      state: 'missing',
      said: 'MAILBOX_URL: everything that waits for mail, and users of each level',
    };
  }
  if (settings.mailboxUrl.startsWith('smtp:')) {
    const { host } = new URL(settings.mailboxUrl);
    return { what: 'Mailbox', state: 'ok', said: `each run takes mail at ${host}` };
  }
  return attempt('Mailbox', exitCode.configuration, async () => {
    await openMailbox(settings)?.ping();
    return 'answers';
  });
}

async function database(settings: Env): Promise<Finding> {
  const what = 'Database';
  if (settings.database === undefined) {
    return {
      what,
      state: 'missing',
      said: 'DATABASE_URL: its role, encryption, queries and connections',
    };
  }
  return attempt(what, exitCode.configuration, async () => {
    const opened = await openDatabase();
    try {
      const counted = await Statements.of(opened).catch((error: unknown) => {
        // Whatever else is asked of the database needs no counted queries.
        if (error instanceof NothingCounted) return error;
        throw error;
      });
      return counted instanceof NothingCounted
        ? `${opened.role} sees connections and rights; for its queries: ${counted.message}`
        : `${opened.role} sees queries, connections and rights`;
    } finally {
      await opened.close();
    }
  });
}
