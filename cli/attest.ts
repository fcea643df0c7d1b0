import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { env } from '../fixtures/env.ts';
import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { seenIn } from '../fixtures/half-proved.ts';
import { latestFolder } from '../fixtures/run-folder.ts';
import { sections, type Item } from '../checklist/index.ts';
import { embeddedTarget, readRun } from '../report/run.ts';
import { attest, openForAttestation } from '../report/signoff/attest.ts';
import { readLedger, type Entry } from '../report/signoff/ledger.ts';

/** Where questions are asked, and about what. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether somebody sits there. */
  readonly isTerminal: boolean;
  /** Where attestations.yaml is kept. */
  readonly file: string;
  /** Lines that a run has proved and nobody need speak for. */
  readonly passed: ReadonlySet<string>;
  /** What the last run saw of lines that it could not prove whole, by their ids. */
  readonly seen: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * Asks for the lines that only a person can tell, one by one, and writes each answer down at once.
 *
 * @returns 0 when all were asked or the person stopped, 130 on Ctrl-C
 * @throws OperatorFailure when there is no terminal or the file cannot be written
 */
export function attestCommand(): Promise<number> {
  const run = readRun(join(latestFolder, 'items.json'));
  // What holds on the stand-in, or elsewhere, says nothing of this target.
  const same = run?.targets.every((target) => target === (env().baseUrl ?? embeddedTarget));
  const lines = same === true ? (run?.items ?? []) : [];
  const seen = lines.map(({ id, reason }) => [id, seenIn(reason ?? '')] as const);
  return ask({
    input: process.stdin,
    output: process.stdout,
    isTerminal: process.stdin.isTTY,
    file: join(import.meta.dirname, '..', 'attestations.yaml'),
    passed: new Set(lines.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)),
    seen: new Map(seen.flatMap(([id, text]) => (text === undefined ? [] : [[id, text]]))),
    today: new Date().toISOString().slice(0, 10),
  });
}

/**
 * {@link attestCommand} on any terminal.
 *
 * @throws OperatorFailure as there
 */
export async function ask(terminal: Terminal): Promise<number> {
  const { file, passed, seen, today, input, output } = terminal;
  if (!terminal.isTerminal) {
    throw new OperatorFailure(
      'npm run attest needs a terminal to ask on.',
      'Start it by hand, or write attestations.yaml with an editor: the README shows an entry.',
    );
  }
  const { attestations } = readLedger({ attestations: file, waivers: '' });
  const open = openForAttestation(attestations, passed, today);
  const say = (text: string): void => void output.write(`${text}\n`);
  say(
    `${open.length} lines wait for somebody's word. Enter leaves a line open, q stops; what is answered is kept at once.`,
  );
  const questions = createInterface({ input, output });
  const stop = new AbortController();
  questions.on('SIGINT', () => {
    stop.abort();
  });
  questions.on('close', () => {
    stop.abort();
  });
  let who = '';
  try {
    for (const [index, item] of open.entries()) {
      say(`\n${describe(item, `${index + 1} of ${open.length}`)}`);
      const entry = await answerFor(item, {
        questions,
        signal: stop.signal,
        say,
        today,
        file,
        who,
        seen: seen.get(item.id),
      });
      if (entry === 'stop') break;
      if (entry !== 'leave') who = entry.who;
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    say('\nStopped. What was answered is kept.');
    return exitCode.interrupted;
  } finally {
    questions.close();
  }
  return exitCode.ok;
}

interface Asking {
  readonly questions: Interface;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly today: string;
  readonly file: string;
  /** What the last run saw of it. */
  readonly seen: string | undefined;
  /** Who answered last, offered again. */
  readonly who: string;
}

async function answerFor(item: Item, asking: Asking): Promise<Entry | 'leave' | 'stop'> {
  const { questions, signal, say, today, file } = asking;
  const question = async (text: string, offered = ''): Promise<string> =>
    (
      await questions.question(`  ${text}${offered === '' ? '' : ` [${offered}]`}: `, { signal })
    ).trim() || offered;
  if (asking.seen !== undefined)
    say(`  The last run saw: ${asking.seen}. "=" at the beginning says it again.`);
  for (;;) {
    const answer = await question('It holds, because');
    if (answer === '') return 'leave';
    if (answer === 'q') return 'stop';
    const why = answer.replace(/^=/, asking.seen ?? '=');
    const entry: Entry = {
      item: item.id,
      who: await question('Your name', asking.who),
      when: today,
      why,
      link: await question('Where the evidence is (https://…)'),
      until: await question('It counts until', monthsLater(today, 6)),
    };
    try {
      attest(file, entry);
      say(`  ${item.id} is attested until ${entry.until}.`);
      return entry;
    } catch (error) {
      if (!(error instanceof OperatorFailure)) throw error;
      say(`  ${error.problem} ${error.remedy}`);
    }
  }
}

function describe({ id, section, severity, line, proof }: Item, place: string): string {
  return [
    `${id} (${severity}, ${place}) · ${sections[section].en} / ${sections[section].es}`,
    `  ${line.en} / ${line.es}`,
    `  Holds when: ${proof.en}`,
  ].join('\n');
}

function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
