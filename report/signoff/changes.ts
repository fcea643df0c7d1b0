import { z } from 'zod';

/** What a target shows of itself to anybody; a change of it is worth a look at each release. */
export const factsShape = z.strictObject({
  /** The certificate that it serves; undefined on plain HTTP. */
  certificate: z
    .strictObject({
      subject: z.string(),
      issuer: z.string(),
      /** SHA-256 of the certificate, in hexadecimal. */
      fingerprint: z.string(),
      validTo: z.iso.datetime(),
    })
    .optional(),
  /** Headers of the login page, without those that differ from answer to answer. */
  headers: z.record(z.string(), z.string()),
  /** What its name resolves to, sorted. */
  addresses: z.array(z.string()),
});

/** What a target shows of itself. */
export type Facts = z.infer<typeof factsShape>;

/** The difference between a sign-off and the one before it, of the same target. */
export const changesShape = z.strictObject({
  since: z.strictObject({
    run: z.string(),
    startedAt: z.iso.datetime(),
    decision: z.string(),
  }),
  /** Lines that fail now and did not. */
  broken: z.array(z.string()),
  /** Lines that failed and pass now. */
  fixed: z.array(z.string()),
  /** Lines that failed and still do. */
  stillFailing: z.array(z.string()),
  /** Checks that took longer than they ever did before, in milliseconds. */
  slower: z.array(z.strictObject({ check: z.string(), usualMs: z.number(), nowMs: z.number() })),
  /** Certificate, headers and addresses that changed. */
  facts: z.array(
    z.strictObject({
      what: z.string(),
      before: z.string().optional(),
      now: z.string().optional(),
    }),
  ),
});

/** The difference between two sign-offs. */
export type Changes = z.infer<typeof changesShape>;
