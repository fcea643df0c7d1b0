import { ownFiles } from '../fixtures/http/own-files.ts';
import { expect, test } from '../fixtures/index.ts';

const climbs = [
  '../../../../../../etc/passwd',
  '..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '%252e%252e%252f%252e%252e%252f%252e%252e%252f%252e%252e%252fetc%252fpasswd',
  '....//....//....//....//etc/passwd',
  '..%5c..%5c..%5c..%5cetc%5cpasswd',
  '..;/..;/..;/..;/etc/passwd',
  '/etc/passwd',
  '..%2f.env',
  '../manage.py',
];

/** What no answer may hold: accounts of the machine, settings, and the application's own source. */
const inside = /^root:|SECRET_KEY|DJANGO_SETTINGS_MODULE/m;

for (const folder of ['static', 'media']) {
  test(
    `a stranger and a director climb out of /${folder}/ to no file of the machine`,
    { tag: ['@CS-04', '@attack'] },
    async ({ raw, personOf }) => {
      const login = await raw('/accounts/login/');
      const [file = ''] = ownFiles(login.body);
      expect((await raw(file)).status, 'a file that is meant to be served').toBe(200);
      const { state } = await personOf('director');
      for (const climb of climbs) {
        const path = `/${folder}/${climb}`;
        for (const options of [{}, { signedIn: state }]) {
          const { status, body } = await raw(path, options);
          expect
            .soft([400, 403, 404], `${path}: files are served from one folder only`)
            .toContain(status);
          expect.soft(body, `${path}: files are served from one folder only`).not.toMatch(inside);
        }
      }
    },
  );
}
