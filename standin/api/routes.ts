import type { Context } from '../web/context.ts';
import type { Answer } from '../web/answer.ts';
import type { Route } from '../web/route.ts';
import { obtain, refresh, verify } from './auth.ts';
import { create, customers, isUnique, migrate, setPassword } from './customers.ts';

const at = (path: string, handle: (ctx: Context) => Promise<Answer>): Route => ({
  path: `/api/v1/${path}/`,
  access: 'open',
  // Those who come with a session are asked for its token all the same.
  csrf: false,
  // Who asks is looked at before what they ask for.
  methods: ['OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'],
  handle,
});

export const apiRoutes: readonly Route[] = [
  at('api-token-auth', obtain),
  at('api-token-refresh', refresh),
  at('api-token-verify', verify),
  at('customer/list', customers),
  at('users/unique', isUnique),
  at('change-usr-pwd', setPassword),
  at('create', create),
  at('migraciones/Cliente', migrate),
  at('migraciones/Sitio', migrate),
  at('migraciones/Destinatario', migrate),
  at('migraciones/Contrato', migrate),
];
