import type { ItemId } from '../../checklist/index.ts';

/** A way in which the stand-in can be wrong, so that a check can be seen to turn red. */
export interface Fault {
  readonly id: string;
  /** Lines of the checklist that the fault breaks, all when it strikes everywhere: a check of one of them must find it. */
  readonly items: readonly ItemId[];
  readonly description: string;
  /** Strikes everywhere: it is tried on checks that nothing more to the point turns red. */
  readonly general?: boolean;
  /** The guards of the browser, or axe, see it on whatever page: any check may report it. */
  readonly guarded?: boolean;
  /** Only a clock sees it: it is tried on checks of its lines alone, as all others would only wait. */
  readonly slow?: boolean;
  /** Strikes only where the stand-in has a server of PostgreSQL, as in tests/database, which proves it. */
  readonly onServer?: boolean;
  /** A fault that keeps this one from being met while both are on. */
  readonly hiddenBy?: string;
}
