import type { Fault } from './fault.ts';

export const usersFaults = [] as const satisfies readonly Fault[];
