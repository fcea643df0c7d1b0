import { expect, test } from '@playwright/test';
import type { Transfer } from '../../load/pages/transfer.ts';
import { waterfall } from '../../load/pages/waterfall.ts';

const transfer = (url: string, start: number, end: number): Transfer => ({
  url,
  kind: 'document',
  status: 200,
  start,
  end,
  dns: 0,
  tcp: 0,
  tls: 0,
  server: (end - start) / 2,
  transfer: (end - start) / 2,
  bytes: 1,
});

test('a waterfall has a bar for each file, as long as it took, and lines for the events', () => {
  const picture = waterfall('dashboard <1>', {
    fcp: 500,
    lcp: 500,
    cls: 0,
    inp: 8,
    dcl: 1000,
    load: 1000,
    startedAt: 0,
    ttfb: 100,
    split: { before: 0, dns: 0, tcp: 0, tls: 0, server: 100, transfer: 100, render: 800 },
    bytes: 2,
    transfers: [
      transfer('https://obras.example.com/proyectos/', 0, 200),
      transfer('https://cdn.example.com/a.js?v=1&w=2', 500, 1000),
    ],
    missing: [],
  });
  expect(picture).toContain('dashboard &lt;1&gt;');
  expect(picture).toContain('https://cdn.example.com/a.js?v=1&amp;w=2: 500 ms, 1 bytes');
  // From 320 to 948 are 1,000 ms; half of each file is the server's, half of it arrives.
  const servers = [
    ...picture.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="11" fill="#4a7fd4"/g),
  ];
  expect(servers.map(([, x, width]) => [Number(x), Math.round(Number(width))])).toEqual([
    [320, 63],
    [634, 157],
  ]);
  expect(picture).toContain('load 1000 ms');
});
