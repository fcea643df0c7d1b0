import type { Fault } from './fault.ts';

export const accountsFaults = [] as const satisfies readonly Fault[];
