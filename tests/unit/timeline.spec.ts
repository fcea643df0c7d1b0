import { expect, test } from '@playwright/test';
import { joinTimelines, Timeline } from '../../load/timeline.ts';
import { timelinePicture } from '../../load/timeline-picture.ts';

/** A load of a request each half second, every tenth of which fails. */
function ran(seconds: number, warmUpSeconds = 0): Timeline {
  const timeline = new Timeline(seconds * 1000, warmUpSeconds * 1000);
  for (let nth = 0; nth < 2 * seconds; nth += 1) {
    timeline.due(nth * 500);
    if (nth % 10 === 9) timeline.fail(nth * 500);
    else timeline.succeed(nth * 500, 40);
  }
  return timeline;
}

test('a load has a slice a second, with what was due in it and what became of that', () => {
  const slices = ran(20, 5).slices();
  expect(slices).toHaveLength(20);
  expect(slices.map(({ fromMs }) => fromMs)).toEqual(slices.map((_, nth) => nth * 1000));
  expect(slices.every(({ due, lengthMs }) => due === 2 && lengthMs === 1000)).toBe(true);
  expect(slices.filter(({ isWarmUp }) => isWarmUp)).toHaveLength(5);
  expect(slices.map(({ failures }) => failures).join('')).toBe('00001'.repeat(4));
  expect(slices[0]?.latency.count).toBe(2);
  expect(slices[4]?.latency.count).toBe(1);
});

test('an afternoon has no more slices than a picture can show', () => {
  const slices = ran(4 * 3600).slices();
  expect(slices.length).toBeLessThanOrEqual(150);
  expect(slices.reduce((sum, { due }) => sum + due, 0)).toBe(2 * 4 * 3600);
});

test('a load that was ended has slices up to its end, and its picture says so', () => {
  const timeline = new Timeline(60_000, 0);
  timeline.due(100);
  timeline.succeed(100, 20);
  timeline.due(3_100);
  const slices = timeline.slices();
  expect(slices).toHaveLength(4);
  expect(timelinePicture(slices, { isIncomplete: true })).toContain('interrupted, incomplete');
  expect(timelinePicture(slices)).not.toContain('interrupted');
});

test('what came one after the other lies one after the other', () => {
  const joined = joinTimelines([ran(3).slices(), ran(2).slices()]);
  expect(joined.map(({ fromMs }) => fromMs)).toEqual([0, 1000, 2000, 3000, 4000]);
  expect(joinTimelines([])).toEqual([]);
});

test('the picture breaks the line where nothing was answered, and shows errors in their place', () => {
  const timeline = new Timeline(9_000, 0);
  for (const at of [0, 1_000, 2_000, 6_000, 7_000, 8_000]) {
    timeline.due(at);
    timeline.succeed(at, 30);
  }
  timeline.due(4_000);
  timeline.fail(4_000);
  const picture = timelinePicture(timeline.slices());
  expect(picture.match(/<polyline/g)).toHaveLength(4);
  expect(picture.match(/height="[\d.]+" fill="#b3261e"/g)).toHaveLength(1);
  expect(picture).not.toContain('NaN');
});
