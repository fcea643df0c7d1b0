import { newPassword } from '../fixtures/accounts/password.ts';
import type { Credentials } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import { settled, tokenStatus } from './account-forms.ts';
import { filled } from './forged-post.ts';

const own = (): string => '/accounts/password/change/';
const asColleague = ({ username }: Credentials): string => `${own()}${username}/`;

const ways = [
  { who: 'an auxiliar', role: 'auxiliar', paths: [own] },
  { who: 'a director', role: 'director', paths: [own, asColleague] },
] as const;

const remedy =
  'Whoever finds a session open takes the account for good (ASVS 2.1.6). Remedy: the form of one’s own password is ChangePasswordForm of django-allauth, at every level';

for (const { who, role, paths } of ways) {
  test(
    `${who} sets no new password of their own without the old one`,
    { tag: ['@AT-17', '@attack'] },
    async ({ as, newcomers, workspace }) => {
      const { session, user } = await settled({ as, newcomers }, role);
      const password = newPassword();
      const fields = { password1: password, password2: password };
      const last = paths.at(-1) ?? own;
      for (const pathOf of paths) {
        const path = pathOf(user);
        const sent = filled(await session.form(path, Object.keys(fields)), fields);
        const wrong = { ...sent, oldpassword: newPassword() };
        expect((await session.request(path, { fields: sent })).status, remedy).toBe(200);
        expect((await session.request(path, { fields: wrong })).status, remedy).toBe(200);
      }
      expect(await tokenStatus(workspace, user), 'the old password still opens').toBe(200);

      const path = last(user);
      const form = await session.form(path, Object.keys(fields));
      const right = filled(form, { ...fields, oldpassword: user.password });
      expect((await session.request(path, { fields: right })).status, 'with the old one').toBe(302);
      expect(await tokenStatus(workspace, { ...user, password })).toBe(200);
    },
  );
}
