import type { Fault } from './fault.ts';

export const injectionFaults = [] as const satisfies readonly Fault[];
