import { check } from 'k6';
import exec from 'k6/execution';
import http, { type RefinedResponse } from 'k6/http';
import { Rate, Trend } from 'k6/metrics';
import type { LoadRequest } from '../load-request.ts';
import { lowerCase } from '../lower-case.ts';
import { officeRequests, requestOf } from '../office.ts';
import { editPath } from '../ways.ts';
import { scenariosOf, type PlainOptions } from './scenarios.ts';
import { settingsOf, type Sessions } from './settings.ts';
import { formOf } from './form-of.ts';
import { signIn, signOut } from './sign-in.ts';
import { linesOf, summaryOf, trendFigures, type K6Data } from './summary.ts';
import { thresholdsOf } from './thresholds.ts';

// Does every page stay below two seconds while an office of people is on? The same people, pages,
// weights, rates and limits as `npm run load`, made by k6. README.md says how it is run and judged.
const settings = settingsOf(__ENV);
const { name, profile } = settings;

// Right and wrong answers are apart: a quick 500 is no quick page.
const latency = new Trend('page_latency', true);
const errorLatency = new Trend('page_error_latency', true);
const failed = new Rate('page_failed');

export const options: PlainOptions = {
  scenarios: scenariosOf(name, profile),
  thresholds: thresholdsOf(profile),
  summaryTrendStats: trendFigures,
  // Not the address: each would be a series of its own.
  systemTags: ['scenario', 'status', 'method', 'name', 'check', 'error_code'],
  // A redirect to the login page is an answer, and the wrong one.
  maxRedirects: 0,
  // Said aloud, as a configuration file of k6 may say otherwise.
  insecureSkipTLSVerify: false,
  userAgent: 'construbot-acceptance k6',
  setupTimeout: '120s',
};

/** Signs in everybody once and opens what they save; who cannot, ends the run. */
export function setup(): Sessions {
  return settings.people.map((person) => {
    const session = signIn(settings, person);
    return { ...session, saving: formOf(settings, session, editPath(settings.work)) };
  });
}

let deck: readonly LoadRequest[] | undefined;

/** One request of the office: which one follows from the number of the iteration, on all machines. */
export default function office(sessions: Sessions): void {
  const { scenario, vu } = exec;
  deck ??= officeRequests(settings.work, sessions, settings.target, settings.headers);
  const arrival = scenario.iterationInTest;
  const request = requestOf(deck, arrival);
  const warmUp = Date.now() - scenario.startTime < profile.warmUpSeconds * 1000;
  const tags = { page: request.page, phase: warmUp ? 'warm-up' : 'measured' };
  // Metadata, not a tag: it has a value of its own in each sample.
  vu.metrics.metadata['arrival'] = arrival;

  const { method, body = null } = request;
  const response = http.request(method, `${settings.target}${request.path}`, body, {
    headers: { ...request.headers },
    timeout: `${profile.deadlineSeconds}s`,
    tags: { ...tags, name: request.page },
  });
  const fault = faultOf(request, response);
  check(response, { 'the page that was meant': () => fault === undefined }, tags);
  failed.add(fault !== undefined, tags);
  // Waiting for a connection is part of what a person waits for; k6's own duration leaves it out.
  const { blocked, connecting, tls_handshaking: tls, duration } = response.timings;
  const serviceMs = blocked + connecting + tls + duration;
  if (fault === undefined) latency.add(serviceMs, tags);
  else errorLatency.add(serviceMs, { ...tags, fault });
}

/** Ends the sessions. */
export function teardown(sessions: Sessions): void {
  for (const session of sessions) signOut(settings, session);
}

/** Leaves what `report/` reads, and says it in short. */
export const handleSummary = (data: K6Data): Record<string, string> => left(data, false);

/** @param browser whether pages were to be opened in one meanwhile */
export function left(data: K6Data, browser: boolean): Record<string, string> {
  const summary = summaryOf(data, { ...settings, browser }, new Date());
  return { [settings.summaryFile]: JSON.stringify(summary, null, 2), stdout: linesOf(summary) };
}

function faultOf(request: LoadRequest, response: RefinedResponse<'text'>): string | undefined {
  if (response.status === 0) return `no answer, error ${response.error_code} of k6`;
  return request.check({
    status: response.status,
    headers: lowerCase(response.headers),
    text: () => (typeof response.body === 'string' ? response.body : ''),
  });
}
