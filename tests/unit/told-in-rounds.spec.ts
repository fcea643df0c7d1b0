import { expect, test } from '@playwright/test';
import { toldInRounds, type Round } from '../../security/told-in-rounds.ts';

const apart: Round = { somebody: [90, 95, 120], nobody: [10, 40, 80] };
const turned: Round = { somebody: apart.nobody, nobody: apart.somebody };
const mixed: Round = { somebody: [90, 79, 120], nobody: [10, 40, 80] };
const close: Round = { somebody: [14, 14, 14], nobody: [10, 10, 10] };

const cases: { what: string; rounds: Round[]; told?: number; asked: number }[] = [
  {
    what: 'four rounds that set all apart',
    rounds: [apart, apart, apart, apart],
    told: 55,
    asked: 4,
  },
  {
    what: 'the quicker ones',
    rounds: [turned, turned, turned, turned],
    told: -55,
    asked: 4,
  },
  { what: 'a first round that does not', rounds: [mixed], asked: 1 },
  { what: 'a last round that does not', rounds: [apart, apart, apart, mixed], asked: 4 },
  { what: 'a round that says the opposite', rounds: [apart, turned], asked: 2 },
  { what: 'a difference that hardly anybody sees', rounds: [close], asked: 1 },
];

for (const { what, rounds, told, asked } of cases) {
  test(`time tells ${told === undefined ? 'nothing' : 'who is there'} by ${what}`, async () => {
    let count = 0;
    const answer = await toldInRounds(() => {
      const round = rounds[count] ?? { somebody: [], nobody: [] };
      count += 1;
      return Promise.resolve(round);
    });
    expect({ answer, count }).toEqual({ answer: told, count: asked });
  });
}

test('too few answers are no round', async () => {
  const few = toldInRounds(() => Promise.resolve({ somebody: [1, 2, 3], nobody: [1, 2] }));
  await expect(few).rejects.toThrow('3 and 2 answers tell nothing');
});

test('chance alone is hardly ever believed', async () => {
  let told = 0;
  for (let trial = 0; trial < 20_000; trial += 1) {
    const three = (): number[] => Array.from({ length: 3 }, () => Math.random() * 1000);
    const answer = await toldInRounds(() =>
      Promise.resolve({ somebody: three(), nobody: three() }),
    );
    if (answer !== undefined) told += 1;
  }
  // One in 80,000 of them, so a quarter here: with 5 or more a good machine would see once in 150,000 runs.
  expect(told).toBeLessThan(5);
});
