import { raw, type Html } from '../../fixtures/html.ts';
import type { FaultId } from '../faults/index.ts';
import type { Context } from './context.ts';

/** Text as it stands under a fault, else text that is escaped; without markup both are the same. */
export const unescapedUnder = (
  ctx: Pick<Context, 'isOn'>,
  fault: FaultId,
  text: string,
): Html | string => (text.includes('<') && ctx.isOn(fault) ? raw(text) : text);
