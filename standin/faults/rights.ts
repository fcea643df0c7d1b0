import type { Fault } from './fault.ts';

export const rightsFaults = [] as const satisfies readonly Fault[];
