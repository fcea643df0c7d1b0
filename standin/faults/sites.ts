import type { Fault } from './fault.ts';

export const sitesFaults = [] as const satisfies readonly Fault[];
