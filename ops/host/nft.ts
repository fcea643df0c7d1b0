import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { LetIn } from './ufw.ts';

const rule = z.object({
  family: z.string(),
  table: z.string(),
  chain: z.string(),
  expr: z.array(z.record(z.string(), z.unknown())),
});
const chain = z.object({
  family: z.string(),
  table: z.string(),
  name: z.string(),
  hook: z.string().optional(),
  policy: z.string().optional(),
});
const ruleset = z.object({
  nftables: z.array(z.object({ chain: chain.optional(), rule: rule.optional() })),
});
type Rule = z.infer<typeof rule>;
type Range = readonly [number, number];

const everything: Range = [0, 65_535];
const match = z.object({
  left: z.record(z.string(), z.unknown()),
  right: z.unknown(),
  op: z.string(),
});
const field = z.object({ protocol: z.string().optional(), field: z.string() });
const key = z.object({ key: z.string() });

/**
 * Reads `nft -j list ruleset` (libnftables-json(5)): what the host lets in of one family. Where a chain
 * of its input drops, only what an accept could let in counts, and whatever is not understood of a rule
 * is taken to let all in.
 *
 * @returns undefined where nothing is dropped
 * @throws NotRun when it is no such answer
 */
export function nftIn(output: string, family: 'ip' | 'ip6'): LetIn | undefined {
  let parsed: z.infer<typeof ruleset>;
  try {
    parsed = ruleset.parse(JSON.parse(output));
  } catch {
    throw new NotRun('nft of HOST_SHELL answers as nft does not');
  }
  const rules = parsed.nftables.flatMap((one) => one.rule ?? []);
  const inputs = parsed.nftables
    .flatMap((one) => one.chain ?? [])
    .filter((one) => one.hook === 'input' && [family, 'inet'].includes(one.family));
  for (const { family: own, table, name, policy } of inputs) {
    const of = (called: string): Rule[] =>
      rules.filter((one) => one.family === own && one.table === table && one.chain === called);
    const last = of(name).at(-1)?.expr ?? [];
    const ends = !last.some((part) => 'match' in part) && last.some(isRefusal);
    // Each chain has to let a packet through: one that drops is enough.
    if (policy === 'drop' || ends) return { others: false, ranges: letInBy(of(name), of, 0) };
  }
  return undefined;
}

const isRefusal = (part: Record<string, unknown>): boolean => 'drop' in part || 'reject' in part;

function letInBy(rules: readonly Rule[], of: (chain: string) => Rule[], depth: number): Range[] {
  return rules.flatMap(({ expr }) => {
    const [target] = expr.flatMap((part) => part['jump'] ?? part['goto'] ?? []);
    const to = z.object({ target: z.string() }).safeParse(target);
    if (to.success)
      return depth > 8 ? [everything] : within(expr, letInBy(of(to.data.target), of, depth + 1));
    if (expr.some((part) => 'vmap' in part)) return byMap(expr);
    return expr.some((part) => 'accept' in part) ? within(expr, [everything]) : [];
  });
}

/** What is left of ranges by the conditions of a rule. */
function within(expr: Rule['expr'], ranges: readonly Range[]): Range[] {
  let left = [...ranges];
  for (const part of expr) {
    const read = match.safeParse(part['match']);
    if (!read.success || read.data.op === '!=') continue;
    const { left: what, right } = read.data;
    const { protocol, field: name } = field.safeParse(what['payload']).data ?? { field: '' };
    const about = key.safeParse(what['meta'] ?? what['ct']).data?.key;
    const isOther =
      (/^iif(?:name)?$/.test(about ?? '') && right === 'lo') ||
      (about === 'state' && !JSON.stringify(right).includes('"new"')) ||
      (about === 'l4proto' && !JSON.stringify(right).includes('"tcp"')) ||
      (['protocol', 'nexthdr'].includes(name) && !JSON.stringify(right).includes('"tcp"')) ||
      ['udp', 'icmp', 'icmpv6', 'sctp', 'dccp'].includes(protocol ?? '') ||
      // Single addresses are none of the outside.
      (name === 'saddr' && !JSON.stringify(right).includes('"len":0'));
    if (isOther) return [];
    if (name !== 'dport') continue;
    const ports = portsIn(right);
    left = left.flatMap(([a, b]) =>
      ports.map(([c, d]): Range => [Math.max(a, c), Math.min(b, d)]).filter(([c, d]) => c <= d),
    );
  }
  return left;
}

/** Ports as a number, a range or a set of both; of a set with a name it is not known. */
function portsIn(right: unknown): Range[] {
  if (typeof right === 'number') return [[right, right]];
  const range = z.object({ range: z.tuple([z.number(), z.number()]) }).safeParse(right);
  if (range.success) return [range.data.range];
  const set = z.object({ set: z.array(z.unknown()) }).safeParse(right);
  return set.success ? set.data.set.flatMap(portsIn) : [everything];
}

const verdicts = z.object({
  key: z.record(z.string(), z.unknown()),
  data: z.object({ set: z.array(z.tuple([z.unknown(), z.record(z.string(), z.unknown())])) }),
});

function byMap(expr: Rule['expr']): Range[] {
  const [map] = expr.flatMap((part) => part['vmap'] ?? []);
  const read = verdicts.safeParse(map);
  if (!read.success) return [everything];
  const { key: left, data } = read.data;
  return data.set
    .filter(([, verdict]) => !isRefusal(verdict))
    .flatMap(([right]) => within([{ match: { op: '==', left, right } }], [everything]));
}
