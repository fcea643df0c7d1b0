import type { Route } from '../../web/route.ts';
import { detailRoutes } from './detail.ts';
import { formRoutes } from './form.ts';
import { reportRoutes } from './report.ts';

/** Pages of estimates. */
export const estimacionRoutes: readonly Route[] = [...formRoutes, ...detailRoutes, ...reportRoutes];
