import { createCompany } from '../fixtures/accounts/companies.ts';
import { arrangePlace } from '../fixtures/access/place.ts';
import type { Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import { stubPrinting } from '../e2e/pages/index.ts';
import { canariesIn, canary, keepCanaries } from './canary.ts';

test.use({ role: 'director' });

const attack = (...items: string[]): { tag: string[] } => ({
  tag: ['@ST-04', ...items, '@attack'],
});

const mend =
  'Django escapes what a template prints, so look for |safe, mark_safe, autoescape off or innerHTML';

test(
  'script in the name of a company is text in the switch, the list and the form',
  attack('@AT-10'),
  async ({ page, context, make, journal, workspace, personOf, plannedCompany }) => {
    await keepCanaries(context);
    const maker = await workspace.sessionOf(await personOf('director'));
    const name = `${canary('name of a company')} ${make.unico()}`;
    plannedCompany(name, maker);
    const { id } = await createCompany(maker, journal, name);
    for (const path of ['/proyectos/', '/users/listado/company/', `/users/company-update/${id}/`]) {
      await page.goto(path);
      expect.soft(await canariesIn(page), `${path}: ${mend}`).toEqual({
        ran: [],
        shown: ['name of a company'],
      });
    }
  },
);

/** Gives the company a legal name, and its own back afterwards. */
async function underLegalName(
  session: Session,
  id: number,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const path = `/users/company-update/${id}/`;
  const form = { form: ['full_name', 'company_name'] };
  const [before = ''] = (await session.formOf(path)).get('full_name') ?? [];
  await session.submit(path, { full_name: name }, form);
  try {
    await work();
  } finally {
    await session.submit(path, { full_name: before }, form);
  }
}

test(
  'script in the legal name of a company is text on what is printed for its clients',
  attack('@AT-15'),
  async ({ page, context, construbot, make, workspace }) => {
    await stubPrinting(context);
    await keepCanaries(context);
    const { estimacion } = await arrangePlace(construbot, make);
    const arranger = await workspace.sessionOf(await workspace.arranger());
    const { id } = await workspace.company();
    await underLegalName(arranger, id, canary('legal name of a company'), async () => {
      for (const kind of ['estimacion', 'generador']) {
        const path = `/proyectos/${kind}/pdf/${estimacion}/`;
        await page.goto(path);
        expect.soft(await canariesIn(page), `${path}: ${mend}`).toEqual({
          ran: [],
          shown: ['legal name of a company'],
        });
      }
    });
  },
);
