import type { Fault } from './fault.ts';

export const walkFaults = [] as const satisfies readonly Fault[];
