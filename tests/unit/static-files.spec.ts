import { expect, test } from '@playwright/test';
import { budgets, judgeFiles, missingFiles } from '../../load/pages/static-files.ts';
import type { Transfer } from '../../load/pages/transfer.ts';
import type { Visit } from '../../load/pages/visit.ts';
import { taking } from './sample-load.ts';

const file = (url: string, server: number, transfer: number, kind = 'script'): Transfer => ({
  url,
  kind,
  status: 200,
  start: 0,
  end: server + transfer,
  dns: 0,
  tcp: 0,
  tls: 0,
  server,
  transfer,
  bytes: 1000,
});

const visiting = (bytes: number, ...transfers: Transfer[]): Visit =>
  taking(1, 1, { bytes, transfers });

const page = file('https://a.example/', 5_000, 1, 'document');
const rows: [what: string, visit: Visit, failed: string[]][] = [
  ['a slow page with quick files', visiting(1, page, file('https://a.example/a.js', 9, 9)), []],
  [
    'a file whose first byte is late',
    visiting(1, page, file('https://a.example/a.js?v=1', budgets.firstByteMs + 1, 9)),
    ['ms to the first byte of https://a.example/a.js'],
  ],
  [
    'a file of another host that takes long to arrive',
    visiting(1, page, file('https://cdn.example/b.css', 9, budgets.transferMs + 1)),
    ['ms of transfer of https://cdn.example/b.css'],
  ],
  ['a heavy page', visiting(budgets.pageBytes + 1, page), ['bytes of the page']],
];

for (const [what, visit, failed] of rows) {
  test(`${what}: ${failed.length === 0 ? 'nothing is beyond its budget' : failed.join()}`, () => {
    const cold = Array.from({ length: 13 }, () => visit);
    const judged = judgeFiles({ cold, warm: [] });
    const of = (wanted: string): string[] =>
      judged.filter(({ verdict }) => verdict === wanted).map((one) => one.what);
    expect(of('fail')).toEqual(failed);
    expect(of('open')).toEqual([]);
  });
}

test('a file that does not come in one of many visits is told once, with how often', () => {
  const gone = 'https://a.example/a.js: status 404';
  const cold = Array.from({ length: 13 }, (_, nth) =>
    taking(1, 1, { missing: nth === 4 ? [gone, gone] : [] }),
  );
  expect(missingFiles({ cold, warm: [] })).toEqual([`did not come in 1 of 13 visits: ${gone}`]);
  expect(missingFiles({ cold: cold.slice(0, 3), warm: [] })).toEqual([]);
});
