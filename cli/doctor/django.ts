import type { Env } from '../../fixtures/env.ts';
import { exitCode, messageOf } from '../../fixtures/failure.ts';
import { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { askFacts } from '../../fixtures/django/facts.ts';
import type { Finding } from '../doctor.ts';

const what = 'Django';

/** Whether Django's shell on the deployment tells of its settings; changes nothing. */
export async function djangoFinding(settings: Pick<Env, 'djangoShell'>): Promise<Finding> {
  if (settings.djangoShell === undefined) {
    const said =
      'DJANGO_SHELL: settings, secret key, migrations, Celery, Sentry; a command that leads to manage.py, by a user of the host who may run just that';
    return { what, state: 'missing', said };
  }
  try {
    const { module } = await askFacts(new DjangoShell(settings.djangoShell));
    return { what, state: 'ok', said: `tells of ${module}` };
  } catch (error) {
    return { what, state: 'wrong', said: messageOf(error), code: exitCode.configuration };
  }
}
