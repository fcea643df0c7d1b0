import { accountsFaults } from './accounts.ts';
import { apiFaults } from './api.ts';
import { estimacionesFaults } from './estimaciones.ts';
import type { Fault } from './fault.ts';
import { generalFaults } from './general.ts';
import { pagesFaults } from './pages.ts';
import { proyectosFaults } from './proyectos.ts';
import { sessionFaults } from './sessions.ts';
import { transportFaults } from './transport.ts';
import { usersFaults } from './users.ts';

export type { Fault } from './fault.ts';

const all = [
  ...transportFaults,
  ...pagesFaults,
  ...sessionFaults,
  ...accountsFaults,
  ...usersFaults,
  ...apiFaults,
  ...proyectosFaults,
  ...estimacionesFaults,
  // Last: what strikes everywhere is tried where nothing else has.
  ...generalFaults,
];

/** A fault's id; the stand-in can only ask for one that is declared. */
export type FaultId = (typeof all)[number]['id'];

/** All faults that the stand-in can have. */
export const faults: readonly Fault[] = all;
