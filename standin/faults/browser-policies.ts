import type { Fault } from './fault.ts';

/** Faults of what pages tell the browser to guard. */
export const browserPoliciesFaults = [
  {
    id: 'opener-policy-lowered',
    items: ['ST-02'],
    description: 'Cross-Origin-Opener-Policy is unsafe-none',
  },
  {
    id: 'permissions-for-everybody',
    items: ['ST-02'],
    description: 'Permissions-Policy gives the camera to every frame',
  },
  {
    id: 'policy-lets-all-scripts-in',
    items: ['ST-02'],
    description: 'A Content-Security-Policy that lets scripts of every host in',
  },
  {
    id: 'script-over-plain-http',
    items: ['ST-02', 'SC-02'],
    guarded: true,
    description: 'Pages load a script over plain HTTP, without integrity',
  },
] as const satisfies readonly Fault[];
