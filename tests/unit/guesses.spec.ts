import { expect, test } from '@playwright/test';
import type { Exchange } from '../../fixtures/http/exchange.ts';
import { burst, mostGuesses } from '../../security/guesses.ts';

/** Something that answers the first guesses in one way and the others in another. */
function door(allowed: number, then: Partial<Exchange>): (password: string) => Promise<Exchange> {
  let guesses = 0;
  return () => {
    guesses += 1;
    const plain: Exchange = {
      method: 'POST',
      url: 'https://construbot.test/',
      status: 200,
      headers: {},
      body: `no <input value="${guesses}">`,
      bytes: Buffer.of(),
      location: undefined,
      durationMs: 10,
    };
    return Promise.resolve(guesses > allowed ? { ...plain, ...then } : plain);
  };
}

const guards = [
  { what: 'another status', then: { status: 429 } },
  { what: 'other words', then: { body: 'too many <input value="9">' } },
  { what: 'a delay', then: { durationMs: 5000 } },
] as const;

for (const { what, then } of guards) {
  test(`a burst ends with ${what} after five guesses`, async () => {
    expect((await burst(door(5, then))).taken).toBe(5);
  });
}

test('a burst ends at the hundredth guess that is still allowed', async () => {
  expect((await burst(door(mostGuesses, { status: 429 }))).taken).toBe(mostGuesses);
});

test('a burst that nothing ends takes one guess more than is allowed', async () => {
  expect((await burst(door(1000, {}))).taken).toBe(mostGuesses + 1);
});
