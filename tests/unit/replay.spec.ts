import { expect, test } from '@playwright/test';
import { asCurl, type Sent } from '../../fixtures/http/replay.ts';

const url = 'https://obras.example.com/proyectos/?q=1';
const pdf = { name: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array() };

const commands: [what: string, sent: Omit<Sent, 'url' | 'status'>, said: string][] = [
  ['a page', { method: 'GET', headers: {} }, `curl --include --cookie cookies.txt '${url}' # 200`],
  [
    'another method',
    { method: 'DELETE', headers: {} },
    `curl --include --cookie cookies.txt --request DELETE --referer '${url}' '${url}' # 200`,
  ],
  [
    'a form, with its token as a variable and its quotes kept',
    {
      method: 'POST',
      headers: {},
      fields: { csrfmiddlewaretoken: 'abc', name: "d'Oro $HOME", left: null, many: ['1', '2'] },
    },
    String.raw`curl --include --cookie cookies.txt --referer '${url}' --data-urlencode "csrfmiddlewaretoken=$CSRF" --data-urlencode 'name=d'\''Oro $HOME' --data-urlencode 'many=1' --data-urlencode 'many=2' '${url}' # 200`,
  ],
  [
    'a form with a file',
    { method: 'POST', headers: {}, fields: { name: '@a', file: pdf } },
    `curl --include --cookie cookies.txt --referer '${url}' --form-string 'name=@a' --form 'file=@a.pdf;type=application/pdf' '${url}' # 200`,
  ],
  [
    'an empty form',
    { method: 'POST', headers: {}, fields: {} },
    `curl --include --cookie cookies.txt --request POST --referer '${url}' '${url}' # 200`,
  ],
  [
    'JSON, without the headers that only the stand-in knows',
    { method: 'POST', headers: { accept: 'text/html', 'x-standin-check': 'a' }, json: { a: 1 } },
    `curl --include --cookie cookies.txt --header 'accept: text/html' --referer '${url}' --json '{"a":1}' '${url}' # 200`,
  ],
];

for (const [what, sent, said] of commands) {
  test(`${what} can be given again`, () => {
    expect(asCurl({ ...sent, url, status: 200 })).toBe(said);
  });
}
