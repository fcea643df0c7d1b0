import { accountsFaults } from './accounts.ts';
import { apiFaults } from './api.ts';
import { databaseFaults } from './database.ts';
import { estimacionesFaults } from './estimaciones.ts';
import type { Fault } from './fault.ts';
import { generalFaults } from './general.ts';
import { pagesFaults } from './pages.ts';
import { proyectosFaults } from './proyectos.ts';
import { sessionFaults } from './sessions.ts';
import { transportFaults } from './transport.ts';
import { usersFaults } from './users.ts';
import { answersFaults } from './answers.ts';
import { sitesFaults } from './sites.ts';
import { forgeryFaults } from './forgery.ts';
import { frontDoorFaults } from './front-door.ts';
import { rightsFaults } from './rights.ts';
import { injectionFaults } from './injection.ts';
import { uploadsFaults } from './uploads.ts';
import { filesFaults } from './files.ts';
import { groupsFaults } from './groups.ts';
import { loadFaults } from './load.ts';
import { serversFaults } from './servers.ts';
import { tlsFaults } from './tls.ts';
import { walkFaults } from './walk.ts';
import { browserPoliciesFaults } from './browser-policies.ts';
import { cachingFaults } from './caching.ts';
import { cookiesFaults } from './cookies.ts';
import { methodsFaults } from './methods.ts';
import { speedFaults } from './speed.ts';
import { originsFaults } from './origins.ts';

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
  ...answersFaults,
  ...sitesFaults,
  ...forgeryFaults,
  ...frontDoorFaults,
  ...rightsFaults,
  ...injectionFaults,
  ...uploadsFaults,
  ...walkFaults,
  ...tlsFaults,
  ...filesFaults,
  ...groupsFaults,
  ...loadFaults,
  ...databaseFaults,
  ...serversFaults,
  ...cookiesFaults,
  ...originsFaults,
  ...methodsFaults,
  ...cachingFaults,
  ...browserPoliciesFaults,
  ...speedFaults,
  // Last: what strikes everywhere is tried where nothing else has.
  ...generalFaults,
];

/** A fault's id; the stand-in can only ask for one that is declared. */
export type FaultId = (typeof all)[number]['id'];

/** All faults that the stand-in can have. */
export const faults: readonly Fault[] = all;
