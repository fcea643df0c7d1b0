import { accountRoutes } from './accounts/routes.ts';
import { adminRoutes } from './admin/routes.ts';
import { apiRoutes } from './api/routes.ts';
import { proyectosRoutes } from './proyectos/routes.ts';
import { userRoutes } from './users/routes.ts';
import type { Route } from './web/route.ts';

/** All pages of the stand-in. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...userRoutes,
  ...proyectosRoutes,
  ...apiRoutes,
  ...adminRoutes,
];
