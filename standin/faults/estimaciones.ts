import type { Fault } from './fault.ts';

export const estimacionesFaults = [] as const satisfies readonly Fault[];
