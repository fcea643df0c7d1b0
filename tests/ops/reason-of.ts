import { expect } from '@playwright/test';
import { NotRun } from '../../fixtures/accounts/role.ts';

/**
 * Why something could not be asked; it tells no secret.
 *
 * @throws when it was answered, or failed otherwise
 */
export async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('it was answered'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(NotRun);
  expect(String(error)).not.toContain('canario');
  return (error as NotRun).message;
}
