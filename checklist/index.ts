import type { ItemDefinition, Remedy } from './item.ts';
import { application } from './items/application.ts';
import { criticalSettings } from './items/critical-settings.ts';
import { database } from './items/database.ts';
import { documents } from './items/documents.ts';
import { email } from './items/email.ts';
import { infrastructure } from './items/infrastructure.ts';
import { launchDay } from './items/launch-day.ts';
import { monitoring } from './items/monitoring.ts';
import { performance } from './items/performance.ts';
import { preLaunch } from './items/pre-launch.ts';
import { redisCelery } from './items/redis-celery.ts';
import { security } from './items/security.ts';
import { securityTesting } from './items/security-testing.ts';
import { staticMedia } from './items/static-media.ts';

export { accessVariables, deployChecks } from './item.ts';
export type {
  Access,
  AccessVariable,
  Bilingual,
  DeployCheck,
  ItemTier,
  Remedy,
  Severity,
} from './item.ts';
export { sections } from './sections.ts';
export type { SectionId } from './sections.ts';

const lines = [
  ...criticalSettings,
  ...security,
  ...database,
  ...staticMedia,
  ...email,
  ...redisCelery,
  ...monitoring,
  ...infrastructure,
  ...application,
  ...performance,
  ...securityTesting,
  ...preLaunch,
  ...launchDay,
  ...documents,
] as const;

/** The id of a line, `CS-01` to `DO-05`; any other text is a compile error. */
export type ItemId = (typeof lines)[number]['id'];

/** One line of the document; see {@link ItemDefinition} for its fields. */
export type Item = ItemDefinition<ItemId>;

/** Every line of the document, in the document's order. */
export const items: readonly Item[] = lines;

const byId: ReadonlyMap<string, Item> = new Map(items.map((item) => [item.id, item]));

/**
 * Tells whether a text, such as an annotation of a test or a word of a waiver file, is a known id.
 *
 * @param text anything; case and hyphen count
 * @returns true when a line has exactly this id
 */
export function isItemId(text: string): text is ItemId {
  return byId.has(text);
}

/**
 * Finds a line.
 *
 * @param id the id of the line
 * @returns the line
 * @throws RangeError when an unknown text was forced into the type
 */
export function itemById(id: ItemId): Item {
  const item = byId.get(id);
  if (item === undefined) throw new RangeError(`The checklist has no line ${id}.`);
  return item;
}

/**
 * Finds where the verdict of a line comes from.
 *
 * @param id the id of the line
 * @returns the ids of the lines with a check of their own that decide it, each once: the line itself
 *   when it repeats none, else what it repeats, followed to the end
 * @throws RangeError when an unknown text was forced into the type
 */
export function resolveRepeats(id: ItemId): readonly ItemId[] {
  const { repeats } = itemById(id);
  return repeats === undefined ? [id] : [...new Set(repeats.flatMap(resolveRepeats))];
}

/**
 * Finds what mends a line.
 *
 * @param id the id of the line
 * @returns the remedies of the lines that decide its verdict, each once and in the order of
 *   {@link resolveRepeats}: its own when it repeats none
 * @throws RangeError when an unknown text was forced into the type
 */
export function remedyOf(id: ItemId): readonly Remedy[] {
  return resolveRepeats(id).flatMap((origin) => itemById(origin).remedy ?? []);
}
