import type { Fault } from './fault.ts';

export const apiFaults = [] as const satisfies readonly Fault[];
