import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf } from '../../fixtures/failure.ts';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { itemsOfAlert } from './items-of-alert.ts';

/** ZAP writes numbers as text; see the traditional JSON report of its add-on for reports. */
const code = (most: string): z.ZodString => z.string().regex(new RegExp(`^[0-${most}]$`));
const alertShape = z.object({
  pluginid: z.string(),
  name: z.string(),
  riskcode: code('3'),
  confidence: code('4'),
  riskdesc: z.string(),
  count: z.string().regex(/^\d+$/),
  // Since 2.17: of what is wrong everywhere, ZAP keeps but the first few.
  systemic: z.boolean().default(false),
  instances: z.array(z.object({ uri: z.string(), method: z.string(), param: z.string() })),
  solution: z.string(),
});
const reportShape = z.object({
  '@version': z.string(),
  '@generated': z.string(),
  site: z.array(z.object({ '@name': z.url(), alerts: z.array(alertShape) })),
});

/** One alert of ZAP, as far as a sign-off tells of it. */
export interface Alert {
  /** From 0, informational, to 3, high. */
  readonly risk: number;
  /** ZAP's words for risk and confidence, such as `High (Medium)`. */
  readonly said: string;
  readonly rule: string;
  readonly name: string;
  /** A person has looked at it, and has marked it so in ZAP. */
  readonly falsePositive: boolean;
  readonly items: readonly string[];
  readonly count: number;
  /** ZAP has stopped counting. */
  readonly systemic: boolean;
  /** Where it was seen first: method, path and parameter. Values in the query may be secrets. */
  readonly where: string;
  readonly solution: string;
}

/** What ZAP says of one host. */
export interface ZapReport {
  readonly version: string;
  readonly generated: string;
  /** The gravest first. */
  readonly alerts: readonly Alert[];
}

const high = 3;

/**
 * Reads what ZAP says of the target.
 *
 * @param text a report in the format `traditional-json`
 * @param target address of the deployment
 * @throws NotRun when the report is about other hosts, Error when it is no such report
 */
export function parseZapReport(text: string, target: string): ZapReport {
  const { '@version': version, '@generated': generated, site } = shaped(text);
  const { hostname } = new URL(target);
  const about = site.filter((one) => new URL(one['@name']).hostname === hostname);
  if (about.length === 0) {
    const others = site.map((one) => one['@name']).join(', ') || 'no site at all';
    throw new NotRun(`needs a ZAP_REPORT about ${hostname}: the one given is about ${others}`);
  }
  const alerts = about.flatMap((one) => one.alerts).map(asAlert);
  return { version, generated, alerts: [...alerts].sort((a, b) => b.risk - a.risk) };
}

/**
 * Reads the report that the operator has given.
 *
 * @param path where it is
 * @throws NotRun with how to give one, when there is none; see also {@link parseZapReport}
 */
export async function readZapReport(path: string | undefined, target: string): Promise<ZapReport> {
  if (path === undefined) {
    throw new NotRun(
      'needs ZAP_REPORT: what OWASP ZAP says of this deployment, as traditional JSON (npm run zap -- baseline)',
    );
  }
  return Promise.resolve(parseZapReport(readFileSync(path, 'utf8'), target));
}

/** The alerts that forbid to go live: those of high risk that nobody has marked as false. */
export const graveAlerts = ({ alerts }: ZapReport): Alert[] =>
  alerts.filter(({ risk, falsePositive }) => risk >= high && !falsePositive);

/** An alert in one line, with the lines of the checklist that it speaks of. */
export function lineOf(alert: Alert): string {
  const { said, name, rule, items, count, where } = alert;
  const marked = alert.falsePositive ? ', marked as false in ZAP' : '';
  const times = `${count}${alert.systemic ? ' or more' : ''} times`;
  return `${said}${marked}: ${name} (rule ${rule}; ${items.join(', ')}), ${times}, first at ${where}`;
}

function shaped(text: string): z.infer<typeof reportShape> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new Error(`ZAP_REPORT is no JSON: ${messageOf(cause)}`, { cause });
  }
  const parsed = reportShape.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `ZAP_REPORT is no traditional JSON report of ZAP: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

function asAlert(alert: z.infer<typeof alertShape>): Alert {
  const [first] = alert.instances;
  const at = first !== undefined && URL.canParse(first.uri) ? new URL(first.uri).pathname : '?';
  const parameter = first?.param ? ` (${first.param})` : '';
  return {
    risk: Number(alert.riskcode),
    said: alert.riskdesc,
    rule: alert.pluginid,
    name: alert.name,
    falsePositive: alert.confidence === '0',
    items: itemsOfAlert(alert.pluginid),
    count: Number(alert.count),
    systemic: alert.systemic,
    where: `${first?.method ?? ''} ${at}${parameter}`.trim(),
    solution: alert.solution.replace(/<[^>]*>/g, ' ').trim(),
  };
}
