import type { Route } from '../web/route.ts';

export const adminRoutes: readonly Route[] = [];
