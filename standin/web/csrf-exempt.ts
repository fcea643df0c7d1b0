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

/** Whether a fault takes the question for a token away from the form that is sent. */
export const isExempt = (ctx: Context): boolean =>
  forms.some(([path, fault]) => path.test(ctx.path) && ctx.isOn(fault));
