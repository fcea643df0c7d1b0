import type { Fault } from './fault.ts';

export const answersFaults = [] as const satisfies readonly Fault[];
