import type { Fault } from './fault.ts';

export const proyectosFaults = [] as const satisfies readonly Fault[];
