import { OperatorFailure } from '../fixtures/failure.ts';
import { findBind } from '../tests/ops/bind.ts';
import { installPackage } from './debian-package.ts';

/**
 * Makes sure that BIND's name server is there, for the project's own tests.
 *
 * @throws OperatorFailure when it is not, and could not be installed
 */
export function ensureBind(): void {
  if (findBind() === undefined) installPackage('bind9');
  if (findBind() !== undefined) return;
  throw new OperatorFailure(
    'There is no BIND, and it could not be installed.',
    'Install it (on Debian: apt-get install bind9); the tests start a server of their own.',
  );
}
