import { expect, test } from '../fixtures/index.ts';
import { browserPolicies } from './browser-policies.ts';
import { rawFrom } from './cors.ts';
import { everyAnswer, kinds } from './every-answer.ts';
import { scoreOf } from './observatory-score.ts';
import { overPlainHttp, scoreText } from './score-text.ts';

for (const { header, faultsOf, remedy } of browserPolicies) {
  test(
    `no kind of answer carries a ${header} that guards nothing`,
    { tag: ['@ST-02', '@observe', '@wide'] },
    async ({ raw }) => {
      const answers = await everyAnswer(raw);
      for (const kind of kinds) {
        expect
          .soft(faultsOf(answers[kind].headers), `${header} on ${kind}. Remedy: ${remedy}`)
          .toEqual([]);
      }
    },
  );
}

// Who follows the checklist to the letter has 75 points, as it asks for no Content-Security-Policy;
// five less for libraries without integrity, as Construbot has them, is still a B. Whatever costs
// more is something that a line of the checklist asks for.
const least = 70;

// Wide: the sum of everything that a stranger sees, so whatever is wrong with that counts.
test(
  'a stranger who scores the login page as the MDN HTTP Observatory does comes to a B at least',
  { tag: ['@ST-02', '@observe', '@wide'] },
  async ({ raw, baseURL }, testInfo) => {
    const path = '/accounts/login/';
    const { status, headers, cookies, body } = await raw(path);
    expect(status).toBe(200);
    const origin = 'https://evil.example';
    const foreign = await rawFrom(raw, origin)(path);
    const plain = await overPlainHttp(raw, path);
    const url = new URL(path, baseURL);
    const forForeign = { origin, headers: foreign.headers };
    const score = scoreOf({ url, headers, cookies, html: body, forForeign, plain });
    const told = scoreText(score, headers);
    await testInfo.attach('observatory score', { body: told, contentType: 'text/plain' });
    expect(score.score, `${path} comes to ${told}`).toBeGreaterThanOrEqual(least);
  },
);
