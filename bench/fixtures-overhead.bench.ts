import type { Page } from '@playwright/test';
import { env } from '../fixtures/env.ts';
import { test } from '../fixtures/index.ts';
import type { StorageState } from '../fixtures/http/session.ts';

// How much longer does a check take with the fixtures than the same clicks in a bare script?
const rounds = Number(process.env['ROUNDS'] ?? 20);
const tag = { tag: ['@AT-11', '@write'] };
let state: StorageState | undefined;

async function clicks(page: Page, name: string): Promise<void> {
  await page.goto('/proyectos/cliente/nuevo/');
  await page.getByLabel('Nombre del cliente', { exact: true }).fill(name);
  await Promise.all([
    page.waitForURL('**/proyectos/cliente/detalle/*/'),
    page.getByRole('button', { name: 'Guardar', exact: true }).click(),
  ]);
  await page.goto('/proyectos/listado/clientes/');
  await page.getByRole('link', { name, exact: true }).waitFor();
}

test('warm-up: the people of the slot are made', tag, async ({ personOf, ui }) => {
  ({ state } = await personOf('director'));
  await ui.dashboard.goto();
});

for (let round = 0; round < rounds; round += 1) {
  // Only the script's own time counts here, not the fixtures that a worker brings along.
  test(`bare ${round}`, tag, async ({ browser }) => {
    const started = performance.now();
    const { baseUrl } = env();
    const context = await browser.newContext({
      ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
      ...(state === undefined ? {} : { storageState: state }),
      ignoreHTTPSErrors: true,
      locale: 'es-MX',
    });
    const page = await context.newPage();
    const name = `000 desnudo ${env().runId} ${round}`;
    await clicks(page, name);
    await page
      .locator('.div_list')
      .filter({ hasText: name })
      .getByRole('link', { name: 'Eliminar' })
      .click();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Confirmar' }).click(),
    ]);
    await context.close();
    const ms = String(performance.now() - started);
    test.info().annotations.push({ type: 'ms', description: ms });
  });

  test(`fixtures ${round}`, tag, async ({ ui, make, planned }) => {
    const { nombre } = make.contraparte({ nombre: `000 vestido ${make.unico()}` });
    planned('contraparte', nombre);
    await ui.contraparteForm.goto();
    await ui.contraparteForm.fill(nombre);
    await ui.contraparteForm.save();
    await ui.contraparteList.goto();
    await ui.contraparteList.card(nombre).title.waitFor();
    await ui.contraparteList.remove(nombre);
  });
}
