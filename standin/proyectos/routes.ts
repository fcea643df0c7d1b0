import type { Route } from '../web/route.ts';
import { autocompleteRoutes } from './autocompletes.ts';
import { borradoRoutes } from './borrado.ts';
import { conceptoRoutes } from './conceptos.ts';
import { contraparteRoutes } from './contrapartes.ts';
import { contratoDetailRoutes } from './contrato-detail.ts';
import { contratoRoutes } from './contratos.ts';
import { dashboardRoutes } from './dashboard.ts';
import { destinatarioRoutes } from './destinatarios.ts';
import { estimacionRoutes } from './estimaciones/routes.ts';
import { retencionRoutes } from './retenciones.ts';
import { sitioRoutes } from './sitios.ts';
import { unidadRoutes } from './unidades.ts';

/** Pages below `/proyectos/`. */
export const proyectosRoutes: readonly Route[] = [
  ...dashboardRoutes,
  ...contraparteRoutes,
  ...sitioRoutes,
  ...destinatarioRoutes,
  ...contratoRoutes,
  ...contratoDetailRoutes,
  ...unidadRoutes,
  ...conceptoRoutes,
  ...retencionRoutes,
  ...estimacionRoutes,
  ...borradoRoutes,
  ...autocompleteRoutes,
];
