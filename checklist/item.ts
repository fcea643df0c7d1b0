import type { SectionId } from './sections.ts';

/** The same text in the two languages of the report. */
export interface Bilingual {
  readonly en: string;
  readonly es: string;
}

/**
 * What a failed line does to the sign-off: critical stops it, important needs a waiver, optional is
 * only reported.
 *
 * The document grades only the boxes of its Pre-Launch Checklist. A box has the class that it stands
 * under, and so has every line that it repeats, directly or through another. The rest is graded here,
 * by the first rule that fits:
 *
 * 1. A line that repeats others has their class.
 * 2. Critical: when it fails, then with nothing else going wrong a stranger reads or changes what is
 *    not theirs, data is lost, or people cannot do the work that Construbot is for.
 * 3. Optional: the document asks for it only for those who want or need it ("optional", "if needed",
 *    the load balancer), and its failure opens nothing to a stranger.
 * 4. Important: everything else. This includes defences against someone on the wire, because the
 *    document itself grades HSTS and secure cookies so, and everything that only a rehearsal, an alert
 *    or a document makes better.
 */
export type Severity = 'critical' | 'important' | 'optional';

/** What proving a line does to the target: read, write its own data and remove it, or be hostile. */
export type ItemTier = 'observe' | 'write' | 'attack';

/**
 * A way to see whether a line holds: `out` from outside (HTTP, TLS, DNS, TCP), `shell` by a read-only
 * command, `db`, `redis`, `mail`, `s3` and `api` by a connection, mailbox or vendor token that the
 * operator gives, `attest` by the word of a person with name, date, link and expiry.
 */
export type Access = 'out' | 'shell' | 'db' | 'redis' | 'mail' | 's3' | 'api' | 'attest';

/** The variables that give a line more than the address of the target, and the way each one opens. */
export const accessVariables = {
  ACCOUNT_USERNAME: 'out',
  DOMAINS: 'out',
  LB_HOST: 'out',
  EXPECTED_ADDRESS: 'out',
  DNS_RESOLVERS: 'out',
  MAIL_DOMAIN: 'out',
  DNSBL_ZONES: 'out',
  HEALTH_URL: 'out',
  ZAP_REPORT: 'out',
  DJANGO_SHELL: 'shell',
  HOST_SHELL: 'shell',
  BACKUP_FOLDER: 'shell',
  DEPLOY_FOLDER: 'shell',
  DATABASE_URL: 'db',
  RESTORE_DATABASE_URL: 'db',
  REDIS_URL: 'redis',
  MAILBOX_URL: 'mail',
  S3_BUCKET: 's3',
  RDS_INSTANCE: 'api',
  ELASTICACHE_CLUSTER: 'api',
  SENTRY_TOKEN: 'api',
  SENTRY_PROJECT: 'api',
  UPTIME_TOKEN: 'api',
  APM_TOKEN: 'api',
} as const satisfies Record<string, Access>;

/** A name of {@link accessVariables}. */
export type AccessVariable = keyof typeof accessVariables;

/**
 * Ids of the system checks that `check --deploy` adds in Django 3.2, the version Construbot runs on.
 * Later versions know more of them.
 */
export const deployChecks = [
  'async.E001',
  'caches.W002',
  'security.W001',
  'security.W002',
  'security.W003',
  'security.W004',
  'security.W005',
  'security.W006',
  'security.W008',
  'security.W009',
  'security.W010',
  'security.W011',
  'security.W012',
  'security.W013',
  'security.W014',
  'security.W015',
  'security.W016',
  'security.W018',
  'security.W019',
  'security.W020',
  'security.W021',
  'security.W022',
  'security.E023',
] as const;

/** An id of {@link deployChecks}. */
export type DeployCheck = (typeof deployChecks)[number];

/**
 * How a line that fails is mended, told to the operator who has to: what to change and where, or
 * where to look when the cause can be one of several.
 *
 * Names are those that Construbot's production settings and containers really use; the document
 * prints some of them otherwise, and the text says so where that is the likely cause.
 */
export interface Remedy extends Bilingual {
  /** Settings of Django and variables of the environment that the remedy may change. */
  readonly settings?: readonly string[];
  /** Checks of Django's own that warn of the same thing, as far as its settings show it. */
  readonly django?: readonly DeployCheck[];
}

interface Line<Id extends string> {
  readonly id: Id;
  readonly section: SectionId;
  /** Whether the document writes the line with a tick or as an open box. */
  readonly mark: 'tick' | 'box';
  readonly severity: Severity;
  readonly tier: ItemTier;
  /** The ways to see it, the most telling first. */
  readonly how: readonly Access[];
  /** What is asked. */
  readonly line: Bilingual;
  /** The exact condition that proves it. */
  readonly proof: Bilingual;
  /**
   * Variables that, together with the target, are enough to prove the line; where several ways lead
   * there, those of the way that asks least. Empty when the target is enough or only a person can
   * tell. The embedded target brings its own account and mailbox.
   */
  readonly needs: readonly AccessVariable[];
}

interface LineOfItsOwn<Id extends string> extends Line<Id> {
  readonly repeats?: never;
  /** What to do when the line fails. */
  readonly remedy: Remedy;
}

interface RepeatingLine<Id extends string> extends Line<Id> {
  /** The lines that this one says again: it has no check of its own, its verdict is theirs. */
  readonly repeats: readonly Id[];
  readonly remedy?: never;
}

/**
 * One line of the document. It repeats others or has a remedy, never both: what mends a repeating
 * line is what mends the lines that it repeats.
 *
 * The files in `checklist/items/` hold literals of this shape; the ids are derived from them in
 * `checklist/index.ts`, so `Id` is any text here and the known ids there.
 */
export type ItemDefinition<Id extends string = string> = LineOfItsOwn<Id> | RepeatingLine<Id>;
