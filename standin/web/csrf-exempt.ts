import type { FaultId } from '../faults/index.ts';
import type { Context } from './context.ts';

const forms: readonly (readonly [RegExp, FaultId])[] = [
  [
    /^\/proyectos\/(cliente|sitio|destinatario|contrato|subcontrato|estimacion)\/nuevo\//,
    'csrf-off-at-creation',
  ],
  [/^\/proyectos\/editar\//, 'csrf-off-at-edition'],
  [/^\/proyectos\/eliminar\//, 'csrf-off-at-deletion'],
  [/^\/proyectos\/contrato\/(catalogo|retenciones)-/, 'csrf-off-at-catalogues'],
  [/^\/proyectos\/\w+-autocomplete\/$/, 'csrf-off-at-searches'],
];

const accounts: readonly (readonly [RegExp, FaultId])[] = [
  [/^\/accounts\/login\//, 'csrf-off-at-sign-in'],
  [/^\/admin\/login\//, 'csrf-off-at-admin-sign-in'],
  [/^\/accounts\/logout\//, 'csrf-off-at-sign-out'],
  [/^\/accounts\/(signup|confirm-email)\//, 'csrf-off-at-sign-up'],
  [/^\/accounts\/password\//, 'csrf-off-at-passwords'],
  [/^\/users\//, 'csrf-off-at-users'],
];

/** Whether a fault takes the question for a token away from the form that is sent. */
export const isExempt = (ctx: Context): boolean =>
  forms.some(([path, fault]) => path.test(ctx.path) && ctx.isOn(fault));

/** Whether a fault has the form taken without a token, though not from another site. */
export const asksNoToken = (ctx: Context): boolean =>
  accounts.some(([path, fault]) => path.test(ctx.path) && ctx.isOn(fault));
