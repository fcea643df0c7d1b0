import { expect, test } from '@playwright/test';
import { glimpseOf } from '../../report/signoff/urgent.ts';

const messages: [what: string, message: string, glimpse: object][] = [
  [
    'two values',
    'Error: expect(received).toBe(expected)\n\nExpected: 403\nReceived: 200',
    { expected: '403', seen: '200' },
  ],
  [
    'a list that should be empty',
    'Error: expect(received).toEqual(expected)\n\n- Expected  - 1\n+ Received  + 3\n\n- Array []\n+ Array [\n+   "target-size: too small",\n+ ]',
    { seen: '"target-size: too small",' },
  ],
  [
    'objects that differ in one field',
    'Error: expect(received).toEqual(expected)\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {\n-   "type": "image/png",\n+   "type": "image/jpeg",\n  }',
    { expected: '"type": "image/png",', seen: '"type": "image/jpeg",' },
  ],
  [
    'nothing of the kind',
    'TimeoutError: locator.click: Timeout 10000ms exceeded.\nCall log:',
    { seen: 'TimeoutError: locator.click: Timeout 10000ms exceeded.' },
  ],
];

for (const [what, message, glimpse] of messages) {
  test(`in short, a message with ${what}`, () => {
    expect(glimpseOf({ message })).toEqual(glimpse);
  });
}

test('in short, no message', () => {
  expect(glimpseOf({})).toBeUndefined();
});
