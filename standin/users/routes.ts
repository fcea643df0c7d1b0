import { ledAstray } from '../accounts/next.ts';
import { redirect } from '../web/answer.ts';
import type { Route } from '../web/route.ts';
import { createCompany, editCompany, listCompanies } from './companies.ts';
import { createUser } from './create.ts';
import { detail } from './detail.ts';
import { edit } from './edit.ts';
import { list } from './list.ts';
import { endTutorial, remove } from './removal.ts';
import { switchById, switchByName } from './switch.ts';

// Who may do what depends on whom it is done to, so the pages themselves look at the level.
const access = { group: null };

export const userRoutes: readonly Route[] = [
  { path: '/users/', access, methods: [], handle: list },
  { path: '/users/remove-is-new/:id/', access: 'open', handle: endTutorial },
  { path: '/users/eliminar/:model/:id/', access, handle: remove },
  {
    path: '/users/password/',
    access,
    handle: () => redirect('/accounts/password/change/', 301),
  },
  { path: '/users/~redirect/', access, handle: (ctx) => redirect(ledAstray(ctx) ?? '/proyectos/') },
  { path: '/users/new/', access, handle: createUser },
  { path: '/users/nuevo/company/', access, handle: createCompany },
  { path: '/users/company-update/:id/', access, handle: editCompany },
  { path: '/users/listado/company/', access, methods: [], handle: listCompanies },
  { path: '/users/detalle/company/:id/', access, methods: [], handle: switchById },
  { path: '/users/detalle/', access, methods: [], handle: detail },
  { path: '/users/detalle/:username/', access, methods: [], handle: detail },
  { path: '/users/update/', access, handle: edit },
  { path: '/users/update/:username/', access, handle: edit },
  { path: '/users/company-change/:company/', access, methods: [], handle: switchByName },
];
