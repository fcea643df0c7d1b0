import { z } from 'zod';
import { profiles, type ProfileName } from '../../profiles.ts';
import type { Summary } from '../summary.ts';

/** The summary that the scripts leave, as it is read. */
export const summaryShape: z.ZodType<Summary> = z.strictObject({
  format: z.literal('construbot-k6-1'),
  profile: z.enum(Object.keys(profiles) as ProfileName[]),
  target: z.url({ protocol: /^https?$/ }),
  endedAt: z.iso.datetime(),
  browser: z.boolean(),
  durationMs: z.number().nonnegative(),
  dropped: z.number().int().nonnegative(),
  pages: z.record(
    z.string(),
    z.strictObject({
      count: z.number().int().positive(),
      p50: z.number().nonnegative(),
      p95: z.number().nonnegative(),
      max: z.number().nonnegative(),
    }),
  ),
  thresholds: z.array(z.strictObject({ metric: z.string(), rule: z.string(), kept: z.boolean() })),
});
