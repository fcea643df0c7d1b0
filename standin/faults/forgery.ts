import type { Fault } from './fault.ts';

export const forgeryFaults = [] as const satisfies readonly Fault[];
