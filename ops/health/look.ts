import { Agent, request } from 'undici';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { messageOf } from '../../fixtures/failure.ts';
import { contextOf } from '../../fixtures/http/trusted.ts';

/** A balancer asks every few seconds and gives up after a few; a slow answer counts as a failure then. */
const mostMs = 1000;
const times = 5;
const timeoutMs = 10_000;

interface Answer {
  readonly status: number | string;
  readonly tookMs: number;
  readonly location: string | undefined;
  /** Names of the cookies that it sets. */
  readonly cookies: readonly string[];
}

/**
 * Asks for the health page as a balancer does: several times, each on a new connection, without cookies.
 *
 * @param url HEALTH_URL
 * @param authority PEM text of a private authority that may have signed the certificate
 * @returns the answers, and what is wrong with them
 * @throws NotRun when no address is given
 */
export async function lookAtHealth(
  url: string | undefined,
  authority: string | undefined,
): Promise<{ findings: string[]; answers: readonly Answer[] }> {
  if (url === undefined) throw new NotRun('needs HEALTH_URL');
  const answers: Answer[] = [];
  // One after another: they shall not wait for each other.
  for (let time = 0; time < times; time += 1) answers.push(await ask(url, authority));
  const slowest = Math.max(...answers.map(({ tookMs, status }) => (status === 200 ? tookMs : 0)));
  const findings = answers.flatMap(({ status, location, cookies }) => {
    const to = location === undefined ? '' : `, to ${location}`;
    const sessions = cookies.filter((name) => /session/i.test(name));
    return [
      ...(status === 200 ? [] : [`${url} answers ${status}${to}`]),
      ...sessions.map((name) => `${url} opens a session (${name})`),
    ];
  });
  if (slowest > mostMs) {
    findings.push(`${url} takes ${Math.round(slowest)} ms at its slowest, more than ${mostMs}`);
  }
  return { answers, findings: [...new Set(findings)] };
}

async function ask(url: string, authority: string | undefined): Promise<Answer> {
  const agent = new Agent({
    connect: {
      timeout: timeoutMs,
      ...(authority === undefined ? {} : { secureContext: contextOf(authority) }),
    },
  });
  const began = performance.now();
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal: AbortSignal.timeout(timeoutMs),
      // Of a balancer's probe.
      headers: { 'user-agent': 'construbot-acceptance health' },
    });
    await body.dump({ limit: 1024 * 1024 });
    return {
      status: statusCode,
      tookMs: performance.now() - began,
      location: [headers['location'] ?? []].flat()[0],
      cookies: [headers['set-cookie'] ?? []].flat().map((one) => one.split('=')[0] ?? ''),
    };
  } catch (error) {
    const tookMs = performance.now() - began;
    return { status: `nothing (${messageOf(error)})`, tookMs, location: undefined, cookies: [] };
  } finally {
    await agent.destroy();
  }
}
