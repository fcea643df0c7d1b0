import type { Env } from '../../fixtures/env.ts';
import { exitCode } from '../../fixtures/failure.ts';
import { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { askFacts } from '../../fixtures/django/facts.ts';
import { attempt, type Finding } from './finding.ts';

const what = 'Django';

/** Whether Django's shell on the deployment tells of its settings; changes nothing. */
export async function djangoFinding(settings: Pick<Env, 'djangoShell'>): Promise<Finding> {
  const { djangoShell: words } = settings;
  if (words === undefined) {
    const said =
      'DJANGO_SHELL: settings, secret key, migrations, Celery, Sentry; a command that leads to manage.py, by a user of the host who may run just that';
    return { what, state: 'missing', said };
  }
  return attempt(what, exitCode.configuration, async () => {
    const { module } = await askFacts(new DjangoShell(words));
    return `tells of ${module}`;
  });
}
