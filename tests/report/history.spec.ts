import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readPdf } from '../../fixtures/files/read-pdf.ts';
import { changesSince } from '../../report/signoff/changes.ts';
import { historyPage } from '../../report/signoff/page/history-page.ts';
import { signoffPage } from '../../report/signoff/page/page.ts';
import type { Signoff } from '../../report/signoff/signoff.ts';
import { sampleSignoff } from './sample.ts';
import { sampleHistory } from './sample-history.ts';

const key = 'obras.example.com_443';
const history = sampleHistory(40);
const facts = { headers: { server: 'nginx/1.24', 'x-frame-options': 'DENY' } };
const earlier = history.map((entry) => ({ ...entry, facts }));
const slow = 'director › as-director/sample.spec.ts › a check of AT-01';
const bare = sampleSignoff(['CS-01', 'AT-14', 'AT-11']);
const now: Signoff = {
  ...bare,
  run: 'now',
  facts: { headers: { server: 'nginx/<1.26>' } },
  checks: bare.checks.map((one) => (one.check === slow ? { ...one, durationMs: 4200 } : one)),
};
const changes = changesSince(earlier, now);
const signoff = signoffPage({ ...now, ...(changes && { changes }) }, { history: earlier });
const all = historyPage(key, { entries: earlier, unread: 0 }, (run) => run > 'run0009');
const thousand = historyPage(key, { entries: sampleHistory(1000), unread: 0 }, () => true);

test('what is different is said with links to its lines, numbers, before and now', async ({
  page,
}) => {
  await page.setContent(signoff);
  const section = page.locator('section.history');
  await expect(section).toContainText(
    'Comparada con la aceptación del 2026-11-23 20:38 UTC (run0039): SALE CON CONDICIONES.',
    { useInnerText: true },
  );
  const broken = section.locator('.broken');
  await expect(broken.getByRole('link')).toHaveText([
    /^CS-01 El modo de depuración/,
    /^AT-14 Una Estimación cuadra/,
    /^PL-01 Los usuarios nunca ven/,
  ]);
  await broken.getByRole('link', { name: 'AT-14' }).click();
  await expect(page.locator('#AT-14')).toBeInViewport();
  await expect(section.locator('.slower')).toContainText('a check of AT-01 1.2 s → 4.2 s (×3.5)');
  await expect(section.locator('.facts dt')).toHaveText(
    ['Encabezado server', 'Encabezado x-frame-options'],
    { useInnerText: true },
  );
  await expect(section.locator('.facts dd')).toHaveText(
    ['nginx/1.24 → nginx/<1.26>', 'DENY → ya no está'],
    { useInnerText: true },
  );
});

test('the sign-off shows the last thirty, a column each, and its own is the last', async ({
  page,
}) => {
  await page.setContent(signoff);
  const columns = page.locator('section.history svg g:has(> .touch)');
  await expect(columns).toHaveCount(30);
  await expect(columns.last().locator('title')).toHaveText(
    '2026-11-24 20:38 UTC · now\nNO SALE / NO-GO\n✗ 3  ! 1  ✓ 133\n2 min 11 s',
  );
  await expect(columns.last().locator('.count')).toHaveText('3');
});

test('parts of a column add up to its height, with what fails on the ground', async ({ page }) => {
  await page.setContent(signoff);
  const columns = await page.locator('section.history svg g:has(> .touch)').evaluateAll((all) =>
    all.map((column) =>
      [...column.querySelectorAll('rect.part')].map((part) => ({
        kind: part.classList.item(1),
        bottom: Number(part.getAttribute('y')) + Number(part.getAttribute('height')),
        top: Number(part.getAttribute('y')),
        height: Number(part.getAttribute('height')),
      })),
    ),
  );
  for (const parts of columns) {
    expect(parts[0]?.bottom).toBeCloseTo(340, 1);
    expect(parts.at(-1)?.top).toBeCloseTo(160, 1);
    expect(parts.slice(1).map(({ kind }) => kind)).not.toContain('fail');
    expect(Math.min(...parts.map(({ height }) => height))).toBeGreaterThanOrEqual(3);
    for (const [i, part] of parts.slice(1).entries()) {
      expect(part.bottom).toBeCloseTo(parts[i]?.top ?? NaN, 1);
    }
  }
});

test('the picture has a name and says in words what it shows, in the chosen language', async ({
  page,
}) => {
  await page.setContent(signoff);
  const picture = page.getByRole('img', { name: 'Historia de las aceptaciones' });
  await expect(picture).toHaveAccessibleDescription(
    /^30 aceptaciones, 2026-10-26 – 2026-11-24: .*NO SALE\. Líneas que fallan o no concluyen: de 0 a 16; la última vez, 3\./,
  );
  await page.locator('label[for=en]').click();
  await expect(
    page.getByRole('img', { name: 'History of the sign-offs' }),
  ).toHaveAccessibleDescription(
    /^30 sign-offs, 2026-10-26 – 2026-11-24: .*NO-GO\. Lines that fail or are inconclusive: 0 to 16, 3 the last time\./,
  );
  await expect(picture).toHaveCount(0);
});

test('the first sign-off says that there is nothing to compare with', async ({ page }) => {
  await page.setContent(signoffPage(now));
  const section = page.locator('section.history');
  await expect(section).toContainText('Es la primera aceptación de esta instalación');
  await expect(section.locator('svg')).toHaveCount(0);
});

test('the history lists every sign-off, the newest first, with links to those that are there', async ({
  page,
}) => {
  await page.setContent(all);
  const rows = page.locator('.past tbody tr');
  await expect(rows).toHaveCount(40);
  await expect(rows.first()).toContainText('2026-11-23 20:38 run0039');
  await expect(page.locator('.past a')).toHaveCount(30);
  await expect(rows.first().getByRole('link')).toHaveAttribute(
    'href',
    '../runs/run0039/signoff/index.html',
  );
  await expect(rows.last().getByRole('link')).toHaveCount(0);
});

test('what could not be read of the history is said', async ({ page }) => {
  await page.setContent(historyPage(key, { entries: earlier, unread: 2 }, () => false));
  await expect(page.getByText('No se pudieron leer 2 renglones del archivo')).toBeVisible();
});

const pages: [what: string, text: string][] = [
  ['the sign-off', signoff],
  ['the history', all],
  ['a history of two', historyPage(key, { entries: earlier.slice(0, 2), unread: 0 }, () => true)],
  ['a history of a thousand', thousand],
];
const viewports = [
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const;

for (const [what, text] of pages) {
  for (const [where, viewport] of viewports) {
    test(`axe finds nothing in ${what} on ${where}, and nothing sticks out`, async ({ page }) => {
      // A thousand rows are the same row a thousand times; axe takes half a minute for them.
      const rows = text === thousand ? 'tbody tr:nth-child(n + 4)' : [];
      await page.setViewportSize(viewport);
      await page.setContent(text);
      const { violations } = await new AxeBuilder({ page }).exclude(rows).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await stickingOut(page)).toEqual([]);
    });
  }
}

/** What is wider than its section, or than the window. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, section, table, figure, svg[role=img] text')]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const room = (one.closest('section') ?? document.documentElement).getBoundingClientRect();
        const { left, right } = one.getBoundingClientRect();
        return left < room.left - 0.5 || right > room.right + 0.5 || one.scrollWidth > innerWidth;
      })
      .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`),
  );
}

test('a thousand sign-offs are there in less than a second, in less than a megabyte', async ({
  page,
}, testInfo) => {
  expect(Buffer.byteLength(thousand)).toBeLessThan(1_000_000);
  const file = testInfo.outputPath('history.html');
  writeFileSync(file, thousand);
  // From the beginning of the visit until everything is laid out and painted, by the page's clock.
  await page.addInitScript(() => {
    addEventListener('load', () => {
      requestAnimationFrame(() => {
        setTimeout(() => performance.mark('painted'));
      });
    });
  });
  // Whatever else the machine does can only add to it: the best of three visits counts.
  const visits: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await page.goto(pathToFileURL(file).href);
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName('painted')[0]?.startTime,
    );
    visits.push((await painted.jsonValue()) ?? Infinity);
  }
  await expect(page.locator('.past tbody tr')).toHaveCount(1000);
  expect(Math.min(...visits)).toBeLessThan(1000);
});

test('many sign-offs become thirty columns at most, which say that they are several', async ({
  page,
}) => {
  await page.setContent(thousand);
  const columns = page.locator('svg[role=img] g:has(> .touch)');
  await expect(columns).toHaveCount(30);
  await expect(columns.last().locator('title')).toHaveText(
    /^2026-10-21 – 2026-11-23\n\d+ × NO SALE/,
  );
  await expect(page.locator('figcaption')).toContainText('Cada columna reúne 34 seguidas');
});

test('the history asks nobody for anything', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(all, { waitUntil: 'load' });
  expect(asked).toEqual([]);
});

test('printed, the history has its picture and every sign-off, in one language', async ({
  page,
}) => {
  await page.setContent(all);
  const { pages: printed } = await readPdf(await page.pdf({ format: 'A4' }));
  const text = printed.join('\n');
  expect(text).toContain('Líneas del documento');
  for (const { run } of earlier) expect(text).toContain(run);
  expect(text).not.toContain('Decision');
});
