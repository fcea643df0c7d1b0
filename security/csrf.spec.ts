import { arrangePlace } from '../fixtures/access/place.ts';
import { expect, test } from '../fixtures/index.ts';
import { changingForms } from './changing-forms.ts';
import { forge, refusedIn } from './forged-post.ts';

// Wide: the page's own post is the control, so whatever is wrong with a form is in its way.
const attack = { tag: ['@SC-07', '@attack', '@wide'] };

const mend =
  'each way is refused: CsrfViewMiddleware is in MIDDLEWARE, no view is csrf_exempt, CSRF_TRUSTED_ORIGINS names nobody else';

for (const { group, forms } of changingForms) {
  test(
    `another site cannot send ${group} in the name of a director`,
    attack,
    async ({ as, raw, construbot, make, planned, workspace }) => {
      const keeper = await workspace.sessionOf(await workspace.arranger());
      const place = await arrangePlace(construbot, make);
      const director = await as('director');
      const stranger = await as('anonymous');
      for (const { what, arrange, ways } of forms) {
        const needs = { construbot, make, planned, keeper, place };
        const { path, page = path, form: names, fill, look, taken = 302 } = await arrange(needs);
        const fields = fill(await director.form(page, names));
        const before = await look();

        const answers = await forge(raw, director, stranger, { path, fields }, ways);
        expect.soft(answers, `${what}, POST ${path}: ${mend}`).toEqual(refusedIn(ways));
        expect.soft(await look(), `${what}: nothing has changed`).toEqual(before);

        expect.soft((await director.request(path, { fields })).status, what).toBe(taken);
        expect.soft(await look(), `${what}: the page itself may send it`).not.toEqual(before);
      }
    },
  );
}
