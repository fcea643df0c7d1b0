import type { Route } from '../web/route.ts';

export const userRoutes: readonly Route[] = [];
