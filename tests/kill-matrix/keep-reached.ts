import { keepReached } from '../../fixtures/keep-reached.ts';

/** The stand-in goes with the run, so nothing has to be removed from it. */
export default keepReached;
