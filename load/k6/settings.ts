import type { Work, Worker } from '../ways.ts';
import { profiles, type Profile, type ProfileName } from '../profiles.ts';

/** Somebody who signs in. */
export interface Person {
  readonly username: string;
  readonly password: string;
}

/** What a run of k6 is told, all of it by its environment: a command line is seen by everybody. */
export interface Settings {
  /** Scheme, host and port; no slash at the end. */
  readonly target: string;
  readonly name: ProfileName;
  readonly profile: Profile;
  readonly people: readonly Person[];
  readonly work: Work;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the summary is written. */
  readonly summaryFile: string;
}

/** What `setup` hands to everybody: who is at work, in order of `people`. */
export type Sessions = readonly Worker[];

/**
 * Reads what a run of k6 is told.
 *
 * @param variables `__ENV` of k6
 * @throws Error naming the variable that is missing or wrong, never its value
 */
export function settingsOf(variables: Readonly<Record<string, string | undefined>>): Settings {
  const name = variables['LOAD_PROFILE'] ?? 'average';
  const known = (Object.keys(profiles) as ProfileName[]).find((one) => one === name);
  if (known === undefined) {
    throw new Error(`LOAD_PROFILE is none of ${Object.keys(profiles).join(', ')}`);
  }
  const people = parsed(variables, 'LOAD_PEOPLE') as Person[];
  if (!Array.isArray(people) || !people.every(isPerson) || people.length === 0) {
    throw new Error('LOAD_PEOPLE is no list of {"username", "password"}');
  }
  const work = parsed(variables, 'LOAD_WORK') as Work;
  if ([work.contrato, work.estimacion].some((id) => typeof id !== 'number')) {
    throw new Error('LOAD_WORK has no numbers "contrato" and "estimacion"');
  }
  if ([work.contract, work.concept].some((text) => typeof text !== 'string' || text === '')) {
    throw new Error('LOAD_WORK has no texts "contract" and "concept"');
  }
  return {
    target: given(variables, 'BASE_URL').replace(/\/+$/, ''),
    name: known,
    profile: profiles[known],
    people,
    work,
    headers: headersOf(variables),
    summaryFile: variables['LOAD_SUMMARY'] ?? 'summary.json',
  };
}

function headersOf(variables: Readonly<Record<string, string | undefined>>): Settings['headers'] {
  if (variables['LOAD_HEADERS'] === undefined) return {};
  return parsed(variables, 'LOAD_HEADERS') as Settings['headers'];
}

function given(variables: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = variables[name] ?? '';
  if (value === '') throw new Error(`${name} is not set`);
  return value;
}

function parsed(variables: Readonly<Record<string, string | undefined>>, name: string): unknown {
  const text = given(variables, name);
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says quotes the value.
    throw new Error(`${name} is no JSON`);
  }
}

const isPerson = (one: Partial<Person> | null): boolean =>
  typeof one?.username === 'string' && typeof one.password === 'string';
