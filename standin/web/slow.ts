import { setTimeout as delay } from 'node:timers/promises';
import type { FaultId } from '../faults/index.ts';

const pages: readonly (readonly [path: RegExp, fault: FaultId])[] = [
  [/^\/accounts\/login\/$/, 'login-slow'],
  [/^\/proyectos\/$/, 'dashboard-slow'],
  [/^\/proyectos\/listado\/contratos\/$/, 'list-slow'],
  [/^\/proyectos\/contrato\/detalle\/\d+\/$/, 'contract-slow'],
  [/^\/proyectos\/estimacion\/detalle\/\d+\/$/, 'estimate-slow'],
  [/^\/proyectos\/estimacion\/pdf\/\d+\/$/, 'print-slow'],
  [/^\/static\/js\/site\./, 'script-slow'],
];

/** Two seconds are what a key page may take in all; a little more, and any page takes longer. */
const delayMs = 2100;

/** Holds an answer back where a fault says so. */
export async function holdBack(path: string, isOn: (fault: FaultId) => boolean): Promise<void> {
  const fault = pages.find(([pattern]) => pattern.test(path))?.[1];
  if (fault !== undefined && isOn(fault)) await delay(delayMs);
}
