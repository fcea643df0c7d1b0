import type { Access } from './access.ts';
import type { Answer } from './answer.ts';
import type { Context } from './context.ts';

/** A page of the stand-in. A handler reads the request from the context and returns an answer. */
export interface Route {
  /** Such as `/proyectos/contrato/detalle/:id/`; `:id` takes digits only. */
  readonly path: string;
  /** Who may open it; `open`: anybody, signed in or not. */
  readonly access: Access | 'open';
  /** Whether a POST needs a CSRF token; tokens of the API take its place. */
  readonly csrf?: false;
  readonly handle: (ctx: Context) => Promise<Answer> | Answer;
}
