import type { ItemId } from '../../checklist/index.ts';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { toldOf, type DjangoFacts, type Outline } from '../../fixtures/django/facts.ts';

/** What is judged of the settings, by what Django says of them alone. */
export interface SettingsCheck {
  readonly title: string;
  readonly items: readonly ItemId[];
  readonly remedy: string;
  /**
   * A line that is proved from outside too: its check is there for who has given a shell, as a check
   * that is not run leaves a line open.
   */
  readonly isFurther?: true;
  /**
   * What is wrong, in words; nothing when all is well.
   *
   * @throws NotRun when Django could not tell
   */
  readonly findings: (facts: DjangoFacts) => readonly string[];
}

/** As the containers name it, and as `manage.py` does when nothing is set: it is the same file. */
const production = ['construbot.config.settings.production', 'config.settings.production'];

// Of Django: what these modules hold sends nothing.
const sendsNothing = /^django\.core\.mail\.backends\.(console|locmem|filebased|dummy)$/;

const when = (isWrong: boolean, said: string): readonly string[] => (isWrong ? [said] : []);

const list = ({ count, first }: Outline): string =>
  `${first.join(', ')}${count > first.length ? ` and ${count - first.length} more` : ''}`;

/** One sentence for some names; none when there are none. */
const named = (names: Outline, what: string): readonly string[] =>
  when(names.count > 0, `${names.count} ${what}: ${list(names)}`);

export const settingsChecks: readonly SettingsCheck[] = [
  {
    title: 'the settings of Django have debug mode off',
    items: ['CS-01'],
    isFurther: true,
    remedy: 'DJANGO_DEBUG=False in .env, and the containers made anew (W018)',
    findings: ({ debug }) => when(debug, 'settings.DEBUG is True'),
  },
  {
    title: 'the secret key is long and random',
    items: ['CS-02'],
    remedy: 'another DJANGO_SECRET_KEY, of secrets.token_urlsafe(64) (W009)',
    findings: ({ key }) => [
      ...when(key.length < 50, `the key has ${key.length} characters, not 50`),
      ...when(key.distinct < 5, `${key.distinct} of its characters are different, not 5`),
      ...when(key.isGenerated, 'it begins with django-insecure-, as startproject makes it'),
    ],
  },
  {
    title: 'the secret key is none that stands in the repository of the application',
    items: ['CS-03'],
    remedy: 'another DJANGO_SECRET_KEY at once, of secrets.token_urlsafe(64)',
    findings: ({ key }) => when(key.isPublic, 'the key can be read by anybody'),
  },
  {
    title: 'the settings in force are those of production',
    items: ['CS-08'],
    remedy: `DJANGO_SETTINGS_MODULE=${production[0] ?? ''} in .env, and the containers made anew`,
    findings: ({ module }) =>
      when(!production.includes(module), `the settings are those of ${module || 'no module'}`),
  },
  {
    title: 'the database that Django uses is PostgreSQL',
    items: ['DB-01'],
    isFurther: true,
    remedy: 'DATABASE_URL=postgres://…, and manage.py migrate',
    findings: ({ database }) => {
      const { vendor, version } = toldOf('the database', database);
      return [
        ...when(vendor !== 'postgresql', `the database is ${vendor}`),
        ...when(vendor === 'postgresql' && !/^\d/.test(version), 'it tells no version'),
      ];
    },
  },
  {
    title: 'no migration is pending',
    items: ['DB-07'],
    remedy: 'a backup, then manage.py migrate, and read its error',
    findings: ({ migrations }) =>
      named(toldOf('the migrations', migrations).pending, 'migrations are not applied'),
  },
  {
    title: 'no model is ahead of its migrations',
    items: ['DB-07'],
    remedy: 'manage.py makemigrations where the application is developed, and a release with it',
    findings: ({ migrations }) =>
      named(toldOf('the migrations', migrations).unwritten, 'changes have no migration'),
  },
  {
    title: 'every static file is collected, and every collected one is there',
    items: ['SM-01'],
    isFurther: true,
    remedy: 'manage.py collectstatic --noinput, as the start of the service does',
    findings: ({ static: said }) => {
      const { uncollected, missing, sources } = toldOf('the static files', said);
      return [
        ...named(uncollected, `of ${sources} files are not collected`),
        ...named(missing, 'collected files are missing'),
      ];
    },
  },
  {
    title: 'mail goes to a backend that sends it',
    items: ['EM-01'],
    remedy: 'EMAIL_BACKEND as production.py has it (CS-08)',
    findings: ({ mail }) => {
      const { backend, kinds } = toldOf('the mail backend', mail);
      return when(
        kinds.some((kind) => sendsNothing.test(kind)),
        `${backend} sends nothing`,
      );
    },
  },
  {
    title: 'errors go to Sentry, as those of production',
    items: ['MO-01'],
    remedy: 'the DSN in DJANGO_SENTRY_DSN, and SENTRY_ENVIRONMENT unset or production',
    findings: ({ sentry }) => {
      const { isInstalled, hasDsn, environment } = toldOf('Sentry', sentry);
      if (!isInstalled) return ['sentry_sdk is not installed'];
      if (!hasDsn) return ['no DSN is set'];
      return when(environment !== 'production', `the environment is called ${environment}`);
    },
  },
  {
    title: 'the log begins at INFO or WARNING, and errors of requests are in it',
    items: ['MO-05'],
    remedy:
      'in LOGGING the root logger at INFO or WARNING with the handler console, no logger at DEBUG, and disable_existing_loggers False',
    findings: ({ log }) => {
      const { root, requests, loud } = toldOf('the log', log);
      return [
        ...when(!/^(INFO|WARNING)$/.test(root), `the lowest level that is written is ${root}`),
        ...when(
          !/^(DEBUG|INFO|WARNING|ERROR)$/.test(requests),
          'errors of requests are not written',
        ),
        // Who has no level of its own has that of the root, of which is told above.
        ...named(loud, 'loggers write DEBUG'),
      ];
    },
  },
  {
    title: 'the schedule of Celery beat names tasks that there are',
    items: ['RC-08'],
    remedy: 'the names of CELERY_BEAT_SCHEDULE as celery inspect registered shows them',
    findings: ({ beat }) => {
      const { scheduled, unknown } = toldOf('the schedule of Celery', beat);
      // Only who knows the application can tell that nothing has to be done from time to time.
      if (scheduled.count === 0)
        throw new NotRun('no periodic task is scheduled: attest that none is needed');
      return named(unknown, 'scheduled tasks are unknown');
    },
  },
];
