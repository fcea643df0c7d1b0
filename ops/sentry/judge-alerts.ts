import type { AlertRule } from '../../fixtures/vendor/sentry.ts';

const isMuted = ({ snooze, snoozeForEveryone }: AlertRule): boolean =>
  snooze === true && snoozeForEveryone !== false;

/** Why a rule tells nobody of an error of production; undefined when it may. */
function silenceOf(rule: AlertRule): string | undefined {
  if (rule.status !== undefined && rule.status !== 'active') return `is ${rule.status}`;
  if (isMuted(rule)) return 'is muted for everyone';
  if (rule.environment != null && rule.environment !== 'production') {
    return `is for the environment ${rule.environment}`;
  }
  if (rule.actions.length === 0) return 'does nothing';
  return undefined;
}

const isMail = (id: string): boolean => id.startsWith('sentry.mail.actions.');
const mailsSomebody = ({
  id,
  targetType,
  fallthroughType,
}: AlertRule['actions'][number]): boolean =>
  isMail(id) && !(targetType === 'IssueOwners' && fallthroughType === 'NoOne');

/** Line MO-04: somebody is told, by whichever channel. */
export function judgeAlerts(rules: readonly AlertRule[]): string[] {
  const silences = rules.map((rule) => ({ rule, silence: silenceOf(rule) }));
  if (silences.some(({ silence }) => silence === undefined)) return [];
  return [
    'the project has no alert rule that tells anybody of an error in production',
    ...silences.map(({ rule, silence }) => `the rule "${rule.name}" ${silence ?? ''}`),
  ];
}

/** Line MO-03: somebody is told by mail. What {@link judgeAlerts} finds already stands there alone. */
export function judgeMailAlerts(rules: readonly AlertRule[]): string[] {
  const alive = rules.filter((rule) => silenceOf(rule) === undefined);
  if (alive.some(({ actions }) => actions.some(mailsSomebody))) return [];
  return [
    'the project has no alert rule that mails anybody of an error in production',
    ...alive.map(({ name, actions }) =>
      actions.some(({ id }) => isMail(id))
        ? `the rule "${name}" mails nobody when an error has no owner`
        : `the rule "${name}" sends no mail`,
    ),
  ];
}
