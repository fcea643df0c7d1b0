import type { Route } from '../web/route.ts';

export const accountRoutes: readonly Route[] = [];
