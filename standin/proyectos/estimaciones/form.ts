import type { Route } from '../../web/route.ts';

export const formRoutes: readonly Route[] = [];
