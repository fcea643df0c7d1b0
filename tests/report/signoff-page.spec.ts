import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { items } from '../../checklist/index.ts';
import { readPdf } from '../../fixtures/files/read-pdf.ts';
import { findBrowser } from '../../fixtures/browser-choice.ts';
import { env } from '../../fixtures/env.ts';
import { mostPrinted } from '../../report/signoff/page/findings.ts';
import { signoffPage, smokePage } from '../../report/signoff/page/page.ts';
import { printed } from '../../report/signoff/print.ts';
import { signoffOf } from '../../report/signoff/signoff.ts';
import { noWords, origin, sampleRun, sampleSignoff } from './sample.ts';

const failing = ['AT-14', 'SC-04', 'AT-07', 'SM-04', 'AT-11'] as const;
const bad = signoffPage(sampleSignoff(failing));
const screens = [
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const;

for (const [what, viewport] of screens) {
  test(`on ${what} the three most urgent failures are on the first screen, critical ones first`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.setContent(bad);
    await expect(page.getByRole('heading', { name: 'NO SALE' })).toBeInViewport();
    const urgent = page.locator('.urgent li');
    await expect(urgent.locator('strong')).toHaveText(['AT-07', 'AT-14', 'SC-04', 'SM-04']);
    await expect(urgent.nth(2)).toBeInViewport({ ratio: 1 });
    await expect(urgent.first()).toContainText('se esperaba "7,605.16", se vio "<b>7,605.17"', {
      useInnerText: true,
    });
  });
}

test('every line of the document is there once, in its order', async ({ page }) => {
  await page.setContent(bad);
  await expect(page.locator('details:not(.finding) > summary .id')).toHaveText(
    items.map(({ id }) => id),
  );
});

test('what was found stands once, with its remedy, what was seen and how to see it again', async ({
  page,
}) => {
  await page.setContent(bad);
  await expect(page.locator('.finding')).toHaveCount(failing.length);
  const finding = page.locator('.finding', { hasText: 'a check of AT-14' });
  await page.locator('.urgent a', { hasText: 'AT-14' }).click();
  await expect(finding).toBeInViewport();
  await finding.locator('summary').click();
  await expect(finding.getByText('Cómo se corrige')).toBeVisible();
  await expect(finding).toContainText("curl --include 'https://obras.example.com/proyectos/'");
  await expect(finding).toContainText('Received: "<b>7,605.17"');
  await expect(finding.getByRole('link', { name: 'AT-14' })).toHaveAttribute('href', '#AT-14');
});

test('a waived line says who stands for it, why and until when', async ({ page }) => {
  await page.setContent(bad);
  const line = page.locator('#AT-11');
  await line.locator('summary').click();
  await expect(line.getByText('Exceptuada').first()).toBeVisible();
  await expect(line).toContainText('Se corrige en la <siguiente> versión. — Ana Peña, Luis Ñúñez');
  await expect(line).toContainText('2026-11-01 → 2026-12-24');
});

test('the language is switched with the keyboard, without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.setContent(bad);
  await expect(page.getByText('Lo más urgente')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Most urgent')).toBeVisible();
  await expect(page.getByText('Lo más urgente')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/NO-GO/);
  await context.close();
});

for (const [what, viewport] of screens) {
  test(`axe finds nothing on ${what}, and nothing sticks out`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.setContent(bad);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
  });
}

test('the page asks nobody for anything', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(bad, { waitUntil: 'load' });
  expect(asked).toEqual([]);
});

test('printed, it has decision, every line and the signatures, in one language', async ({
  page,
}) => {
  await page.setContent(bad);
  const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
  const text = pages.join('\n');
  expect(text).toContain('NO SALE');
  for (const { id } of items) expect(text).toContain(id);
  expect(text).toContain('Firmas');
  expect(text).not.toContain('Signatures');
});

test('printed, a very bad sign-off shows what weighs most in full, and names all the rest', async () => {
  const many = items.slice(0, mostPrinted + 3).map(({ id }) => id);
  const page = signoffPage(sampleSignoff(many, noWords));
  const { es, en } = await printed(page, findBrowser(env().browserPath));
  const text = (await readPdf(Buffer.from(es))).pages.join('\n');
  expect(text.match(/Cómo se corrige/g)).toHaveLength(mostPrinted);
  for (const id of many) expect(text).toContain(`a check of ${id}`);
  expect(text).toContain(`los ${mostPrinted} de mayor peso`);
  expect((await readPdf(Buffer.from(en))).pages.join('\n')).toContain('all are in index.html');
});

test('the short form of a smoke says whether the release is alive, and decides nothing', async ({
  page,
}) => {
  const smoke = (failed: typeof failing | readonly []): string => {
    const run = sampleRun(failed);
    const checks = run.checks
      .slice(0, 3)
      .concat(run.checks.filter(({ status }) => status === 'failed'));
    return smokePage(signoffOf({ ...run, checks }, noWords, origin));
  };
  await page.setContent(smoke([]));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('VIVAALIVE');
  await expect(page.locator('details')).toHaveCount(5);
  await expect(page.getByText('Firmas')).toHaveCount(0);
  await page.setContent(smoke(failing));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FALLAFAILING');
  await expect(page.locator('.urgent li').first()).toContainText('AT-07');
});

test('what was only seen by the API of a vendor has its limits said, and nothing else has', async ({
  page,
}) => {
  const sample = sampleSignoff([], noWords);
  await page.setContent(signoffPage(sample));
  await expect(page.locator('.limits')).toHaveCount(0);
  const check = 'ops › ../ops/sentry/alerts.spec.ts › an error alerts somebody';
  for (const [status, count] of [
    ['passed', 1],
    ['failed', 1],
    ['skipped', 0],
  ] as const) {
    const [first] = sample.checks;
    const checks = first === undefined ? [] : [{ ...first, check, status }];
    const lines = sample.lines.map((line) =>
      line.id === 'MO-03' ? { ...line, checks: [check] } : line,
    );
    await page.setContent(signoffPage({ ...sample, checks, lines }));
    await expect(page.locator('.limits')).toHaveCount(count);
    await expect(page.locator('.limits a[href="#MO-03"]')).toHaveCount(count);
  }
});

test('where nothing fails, the page says what is left', async ({ page }) => {
  await page.setContent(signoffPage(sampleSignoff([], noWords)));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/SALE/);
  await expect(page.getByText('Tampoco falta nada crítico ni importante')).toBeVisible();
});

test('a printed word that is broken after its hyphen is read as it is written', async ({
  page,
}) => {
  await page.setContent(
    '<p style="width:1px">Construcción de baños en San Luis Potosí-Soledad, y uno - dos</p>',
  );
  const { pages } = await readPdf(await page.pdf());
  expect(pages[0]).toBe('Construcción de baños en San Luis Potosí-Soledad, y uno - dos');
});
