import { accountsFaults } from './accounts.ts';
import { apiFaults } from './api.ts';
import { estimacionesFaults } from './estimaciones.ts';
import type { Fault } from './fault.ts';
import { pagesFaults } from './pages.ts';
import { proyectosFaults } from './proyectos.ts';
import { usersFaults } from './users.ts';

export type { Fault } from './fault.ts';

/** All faults that the stand-in can have. */
export const faults: readonly Fault[] = [
  ...pagesFaults,
  ...accountsFaults,
  ...usersFaults,
  ...apiFaults,
  ...proyectosFaults,
  ...estimacionesFaults,
];
