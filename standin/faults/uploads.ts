import type { Fault } from './fault.ts';

export const uploadsFaults = [] as const satisfies readonly Fault[];
