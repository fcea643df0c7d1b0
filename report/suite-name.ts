import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const suiteShape = z.object({ name: z.string(), version: z.string() });

/** Name and version of this suite, as reports say them. */
export function suiteName(): string {
  const file = join(import.meta.dirname, '..', 'package.json');
  const { name, version } = suiteShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  return `${name} ${version}`;
}
