import { arrangePlace } from '../fixtures/access/place.ts';
import { expect, test } from '../fixtures/index.ts';
import { changingForms } from './changing-forms.ts';
import { forge, formOn, refused } from './forged-post.ts';

// Wide: the page's own post is the control, so whatever is wrong with a form is in its way.
const attack = { tag: ['@SC-07', '@attack', '@wide'] };

const mend =
  'each way is refused: CsrfViewMiddleware is in MIDDLEWARE, no view is csrf_exempt, CSRF_TRUSTED_ORIGINS names nobody else';

for (const { what, arrange } of changingForms) {
  test(
    `another site cannot send ${what} in the name of a director`,
    attack,
    async ({ as, raw, construbot, make, planned, workspace }) => {
      const keeper = await workspace.sessionOf(await workspace.arranger());
      const place = await arrangePlace(construbot, make);
      const {
        path,
        page = path,
        form: names,
        fill,
        look,
        taken = 302,
      } = await arrange({
        construbot,
        make,
        planned,
        keeper,
        place,
      });
      const director = await as('director');
      const fields = fill(await formOn(director, page, names));
      const before = await look();

      const answers = await forge(raw, director, await as('anonymous'), { path, fields });
      expect(answers, mend).toEqual(refused);
      expect(await look(), 'nothing has changed').toEqual(before);

      expect((await director.request(path, { fields })).status).toBe(taken);
      expect(await look(), 'the page itself may send it').not.toEqual(before);
    },
  );
}
