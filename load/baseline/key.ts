import { arch, cpus, hostname } from 'node:os';
import { z } from 'zod';
import type { Env } from '../../fixtures/env.ts';
import { embeddedTarget } from '../../report/run.ts';
import { suiteName } from '../../report/suite-name.ts';
import { pageSet } from '../office.ts';
import type { Plan } from './plan.ts';

/** What two measurements must have in common before one can be held against the other. */
export const keyShape = z.strictObject({
  /** Where the application answers. */
  target: z.string(),
  /** The pages that are asked for, and how often each. */
  pages: z.string(),
  /** How it is measured. */
  plan: z.string(),
  /** The machine that measures. */
  machine: z.string(),
  suite: z.string(),
  node: z.string(),
});

/** What two measurements must have in common before one can be held against the other. */
export type Key = z.infer<typeof keyShape>;

/**
 * The key of what this process measures.
 *
 * @param env `generator` is the name that the operator has given to this machine
 * @param plan how it is measured
 * @param beside whether it is measured in turn with another target, which rests it in between
 */
export function keyOf(
  { baseUrl, generator }: Pick<Env, 'baseUrl' | 'generator'>,
  plan: Plan,
  beside: boolean,
): Key {
  const { blocks, rounds, perSecond } = plan;
  const processors = cpus();
  const model = processors[0]?.model.trim().replace(/\s+/g, ' ') ?? arch();
  return {
    target: baseUrl === undefined || process.env['EMBEDDED'] === '1' ? embeddedTarget : baseUrl,
    pages: pageSet,
    plan: `${blocks} blocks of ${rounds} rounds at ${perSecond}/s${beside ? ', in turn with another target' : ''}`,
    machine: `${generator ?? hostname()}, ${processors.length} × ${model}`,
    suite: suiteName(),
    node: process.versions.node,
  };
}

const names: Readonly<Record<keyof Key, string>> = {
  target: 'the target',
  pages: 'the pages',
  plan: 'the way of measuring',
  machine: 'the machine that measures',
  suite: 'the suite',
  node: 'Node',
};

/**
 * What differs between two keys.
 *
 * @returns a phrase for each part that does, such as `Node (20.1.0, not 22.1.0)`; none when they are equal
 */
export function differences(mine: Key, other: Key): string[] {
  return (Object.keys(names) as (keyof Key)[])
    .filter((part) => mine[part] !== other[part])
    .map((part) => `${names[part]} (${mine[part]}, not ${other[part]})`);
}
