import type { Route } from '../web/route.ts';

export const proyectosRoutes: readonly Route[] = [];
