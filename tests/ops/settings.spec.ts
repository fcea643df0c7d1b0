import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { askFacts, toldOf } from '../../fixtures/django/facts.ts';
import { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { publicKeys } from '../../fixtures/django/public-keys.ts';
import { contradictions, warnings } from '../../ops/settings/deploy.ts';
import { settingsChecks } from '../../ops/settings/judges.ts';
import { lookFromOutside } from '../../ops/settings/outside.ts';
import { expect, test, type Changes, type DjangoProject } from './settings/django-project.ts';

const warned = 'Django itself has nothing to say against the settings';
const contradicted = 'what Django says of its settings is what a stranger sees';

/** What each check says of a project that has something to say; why it could not tell, where it could not. */
async function look(project: DjangoProject, changes: Changes): Promise<Record<string, string>> {
  const facts = await askFacts(new DjangoShell(project.shell(changes)), [publicHash]);
  const said: Record<string, string> = {};
  for (const { title, findings } of settingsChecks) {
    try {
      const found = findings(facts);
      if (found.length > 0) said[title] = found.join('; ');
    } catch (error) {
      if (!(error instanceof NotRun)) throw error;
      said[title] = `not run: ${error.message}`;
    }
  }
  const deploy = toldOf('check --deploy', facts.deploy);
  const found = warnings(deploy, new Map());
  if (found.length > 0) said[warned] = found.join('; ');
  return said;
}

const longKey = (sign: string): string => sign.repeat(60);
// Stands for those that the repository of the application holds: of these only hashes are known here.
const publicKey = 'una-llave-que-cualquiera-puede-leer-en-el-repositorio-7';
const publicHash = createHash('sha256').update(publicKey).digest('hex');
const logging = (root: object, further: object = {}): Changes => ({
  settings: {
    LOGGING: {
      version: 1,
      disable_existing_loggers: false,
      handlers: { console: { class: 'logging.StreamHandler' } },
      root: { handlers: ['console'], ...root },
      ...further,
    },
  },
});

/** Each misconfiguration, and all that is said of it. */
const proofs: readonly (readonly [
  what: string,
  changes: Changes | ((project: DjangoProject) => Changes),
  says: Readonly<Record<string, RegExp>>,
])[] = [
  ['without a fault', {}, {}],
  [
    'in debug mode',
    { settings: { DEBUG: true } },
    {
      'the settings of Django have debug mode off': /^settings\.DEBUG is True$/,
      [warned]: /^security\.W018: [^;]*$/,
    },
  ],
  [
    'with a short key',
    { variables: { PROJECT_KEY: 'Zq7-Lm2_Xv9.Rt4' } },
    {
      'the secret key is long and random': /^the key has 15 characters, not 50$/,
      [warned]: /^security\.W009: [^;]*$/,
    },
  ],
  [
    'with a key of one sign',
    { variables: { PROJECT_KEY: longKey('x') } },
    {
      'the secret key is long and random': /^1 of its characters are different, not 5$/,
      [warned]: /^security\.W009: [^;]*$/,
    },
  ],
  [
    'with a key that startproject made',
    { variables: { PROJECT_KEY: `django-insecure-${longKey('abcdef')}` } },
    {
      'the secret key is long and random': /^it begins with django-insecure-/,
      [warned]: /^security\.W009: [^;]*$/,
    },
  ],
  [
    'with the key of the repository',
    { variables: { PROJECT_KEY: publicKey } },
    {
      'the secret key is none that stands in the repository of the application':
        /^the key can be read by anybody$/,
    },
  ],
  [
    'with other settings',
    { variables: { DJANGO_SETTINGS_MODULE: 'construbot.config.settings.local' } },
    { 'the settings in force are those of production': /construbot\.config\.settings\.local$/ },
  ],
  [
    'on SQLite',
    {
      settings: {
        DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: ':memory:' } },
      },
    },
    {
      'the database that Django uses is PostgreSQL': /^the database is sqlite$/,
      'no migration is pending': /^\d+ migrations are not applied: auth\.0001_initial, /,
    },
  ],
  [
    'with a pending migration',
    (project) => ({ settings: { INSTALLED_APPS: [...project.apps, 'later'] } }),
    { 'no migration is pending': /^1 migrations are not applied: later\.0001_initial$/ },
  ],
  [
    'with a model ahead of its migrations',
    { variables: { PROJECT_IS_AHEAD: '1' } },
    {
      'no model is ahead of its migrations':
        /^1 changes have no migration: obra: Add field note to contrato$/,
    },
  ],
  [
    'with a file that is not collected',
    (project) => ({ settings: { STATICFILES_DIRS: [join(project.folder, 'uncollected')] } }),
    {
      'every static file is collected, and every collected one is there':
        /^1 of 2 files are not collected: late\.css$/,
    },
  ],
  [
    'with a collected file that is gone',
    (project) => {
      const root = project.ownStaticRoot();
      const gone = readdirSync(join(root, 'obra')).filter((name) => name !== 'obra.css');
      for (const name of gone) rmSync(join(root, 'obra', name));
      return { variables: { PROJECT_STATIC_ROOT: root } };
    },
    {
      'every static file is collected, and every collected one is there':
        /^1 collected files are missing: obra\/obra\.[0-9a-f]+\.css$/,
    },
  ],
  ...['django.core.mail.backends.console.EmailBackend', 'obra.mail.EmailBackend'].map(
    (backend) =>
      [
        `with ${backend}`,
        { settings: { EMAIL_BACKEND: backend } },
        { 'mail goes to a backend that sends it': /sends nothing$/ },
      ] as const,
  ),
  [
    'without a DSN',
    { settings: { SENTRY: {} } },
    { 'errors go to Sentry, as those of production': /^no DSN is set$/ },
  ],
  [
    'with errors of staging',
    { settings: { SENTRY: { dsn: 'http://key@127.0.0.1:1/1', environment: 'staging' } } },
    { 'errors go to Sentry, as those of production': /^the environment is called staging$/ },
  ],
  [
    'that logs everything',
    logging({ level: 'DEBUG' }),
    {
      'the log begins at INFO or WARNING, and errors of requests are in it':
        /^the lowest level that is written is DEBUG$/,
    },
  ],
  [
    'of which one logger says everything',
    logging({ level: 'INFO' }, { loggers: { 'django.db.backends': { level: 'DEBUG' } } }),
    {
      'the log begins at INFO or WARNING, and errors of requests are in it':
        /^1 loggers write DEBUG: django\.db\.backends$/,
    },
  ],
  [
    'whose errors are not logged',
    logging({ level: 'INFO' }, { disable_existing_loggers: true }),
    {
      'the log begins at INFO or WARNING, and errors of requests are in it':
        /^errors of requests are not written$/,
    },
  ],
  [
    'with a scheduled task that there is not',
    { settings: { CELERY_BEAT_SCHEDULE: { bill: { task: 'obra.bill', schedule: 60 } } } },
    {
      'the schedule of Celery beat names tasks that there are':
        /^1 scheduled tasks are unknown: bill$/,
    },
  ],
  [
    'without a schedule',
    { settings: { CELERY_BEAT_SCHEDULE: {} } },
    {
      'the schedule of Celery beat names tasks that there are':
        /^not run: no periodic task is scheduled: attest/,
    },
  ],
  [
    'whose database does not answer',
    { variables: { PROJECT_DATABASE_PORT: '1' } },
    Object.fromEntries(
      [
        'the database that Django uses is PostgreSQL',
        'no migration is pending',
        'no model is ahead of its migrations',
      ].map((title) => [title, /^not run: .* cannot tell of the \w+: OperationalError$/]),
    ),
  ],
];

for (const [what, changes, says] of proofs) {
  test(`a project ${what}`, async ({ project }) => {
    const said = await look(project, typeof changes === 'function' ? changes(project) : changes);
    const matched = Object.entries(says).map(([title, line]) => [
      title,
      expect.stringMatching(line) as unknown,
    ]);
    expect(said).toEqual(Object.fromEntries(matched));
  });
}

/** What is said of a project that is served, by Django with some changes, and asked with others. */
async function fromOutside(
  project: DjangoProject,
  served: Changes,
  asked: Changes = served,
): Promise<Record<string, readonly string[]>> {
  const { deploy } = await askFacts(new DjangoShell(project.shell(asked)));
  return project.serve(served, async (raw, plain) => {
    const sights = await lookFromOutside(raw, plain);
    const told = toldOf('check --deploy', deploy);
    return { [warned]: warnings(told, sights), [contradicted]: contradictions(told, sights) };
  });
}

test('a project without a fault is what it says from outside, too', async ({ project }) => {
  expect(await fromOutside(project, {})).toEqual({ [warned]: [], [contradicted]: [] });
});

const loose: Changes = {
  settings: {
    DEBUG: true,
    SECURE_HSTS_SECONDS: 0,
    SECURE_CONTENT_TYPE_NOSNIFF: false,
    SECURE_SSL_REDIRECT: false,
    SECURE_REFERRER_POLICY: null,
    CSRF_COOKIE_SECURE: false,
    X_FRAME_OPTIONS: 'SAMEORIGIN',
  },
};

test('each warning stands beside what confirms it from outside', async ({ project }) => {
  const said = await fromOutside(project, loose);
  expect(said[contradicted]).toEqual([]);
  const ids = ['W004', 'W006', 'W008', 'W016', 'W018', 'W019', 'W022'];
  expect([...(said[warned] ?? [])].sort()).toEqual(
    ids.map((id) => expect.stringMatching(`^security\\.${id}: .*\\(from outside confirmed: `)),
  );
});

test('settings that are not those that answer are contradicted', async ({ project }) => {
  const good = await fromOutside(project, {}, loose);
  const bad = await fromOutside(project, loose, {});
  expect(good[contradicted]).toContainEqual(
    'Django warns of security.W008, but plain HTTP answers with 301',
  );
  expect(good[contradicted]).toHaveLength(7);
  expect(bad[contradicted]).toContainEqual(
    'Django has nothing to say of security.W004, but Strict-Transport-Security is missing',
  );
  expect(bad[contradicted]).toHaveLength(7);
});

test('a warning that is silenced, as the proxy does it, is none', async ({ project }) => {
  const silenced = { SECURE_SSL_REDIRECT: false, SILENCED_SYSTEM_CHECKS: ['security.W008'] };
  expect(await fromOutside(project, {}, { settings: silenced })).toEqual({
    [warned]: [],
    [contradicted]: [],
  });
});

test('known keys are told by their hashes alone, and no key comes back', async ({ project }) => {
  for (const hash of publicKeys) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const facts = JSON.stringify(await askFacts(new DjangoShell(project.shell())));
  expect(facts).not.toContain(project.key.slice(0, 8));
  expect(facts).not.toContain('key@127.0.0.1');
});
