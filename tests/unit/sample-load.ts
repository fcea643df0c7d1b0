import type { Visit } from '../../load/pages/visit.ts';
import type { Audit } from '../../load/self-audit.ts';

/** A visit whose page took so long, in milliseconds. */
export const taking = (load: number, lcp = load, further: Partial<Visit> = {}): Visit => ({
  fcp: lcp,
  lcp,
  cls: 0,
  inp: 8,
  dcl: load,
  load,
  startedAt: 0,
  ttfb: 1,
  split: { before: 0, dns: 0, tcp: 0, tls: 0, server: 1, transfer: 0, render: load - 1 },
  bytes: 1,
  transfers: [],
  missing: [],
  ...further,
});

/** What a generator says of itself that had nothing else to do. */
export const audit = (invalid: readonly string[] = [], further: Partial<Audit> = {}): Audit => ({
  lagP99Ms: 1,
  lagMaxMs: 1,
  loopDelayP99Ms: 1,
  cpuShare: 0.1,
  cpuMicros: 1,
  socketsOpened: 1,
  socketsAMinute: 1,
  invalid,
  ...further,
});
