import { FormRefused } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

const reset = '/accounts/password/reset/';

test(
  'line breaks in the names of who signs up add nobody to the mail',
  attack('@AT-17'),
  async ({ as, visitor, mailbox }) => {
    const { username, email, password, company } = visitor;
    const third = mailbox.addressFor(`${username}-bcc`);
    const name = `Prueba\r\nBcc: ${third}\r\nX-Injected: 1`;
    visitor.plan();
    await (
      await as('anonymous')
    ).submit(
      '/accounts/signup/',
      {
        email,
        username,
        password1: password,
        password2: password,
        first_name: name,
        last_name: name,
        puesto: name.slice(0, 75),
        company,
      },
      { form: ['email', 'password1', 'company'] },
    );
    const { to } = await mailbox.waitFor({ to: email });
    expect(to, 'who gets the mail: names have no place in its headers').toEqual([email]);
    expect(await mailbox.arrived(third)).toEqual([]);
  },
);

test(
  'an address with a line break gets no mail for a new password, and a plain one does',
  attack('@AT-17'),
  async ({ as, make, mailbox }) => {
    const plain = mailbox.addressFor(make.persona().usuario);
    const third = mailbox.addressFor(make.persona().usuario);
    const stranger = await as('anonymous');
    const hostile = { email: `${plain}\r\nBcc: ${third}` };
    await expect(
      stranger.submit(reset, hostile, { form: ['email'] }),
      'an address is one line: EmailField says so',
    ).rejects.toThrow(FormRefused);
    await stranger.submit(reset, { email: plain }, { form: ['email'] });
    await mailbox.waitFor({ to: plain });
    expect(await mailbox.arrived(plain)).toHaveLength(1);
    expect(await mailbox.arrived(third)).toEqual([]);
  },
);

test(
  'line breaks in the next page of the sign-in add no header to the answer',
  attack('@AT-02'),
  async ({ as, personOf }) => {
    const { username, password } = await personOf('auxiliar');
    const stranger = await as('anonymous');
    const next = encodeURIComponent('/proyectos/\r\nX-Injected: 1\r\nSet-Cookie: injected=1');
    const answer = await stranger.request(`/accounts/login/?next=${next}`, {
      fields: {
        csrfmiddlewaretoken: await stranger.csrfToken('/accounts/login/'),
        login: username,
        password,
      },
    });
    expect(answer.status).toBe(302);
    expect(answer.headers, 'headers that the next page has added').not.toHaveProperty('x-injected');
    const { cookies } = await stranger.storageState();
    const names = cookies.map(({ name }) => name);
    expect(names).toContain('sessionid');
    expect(names).not.toContain('injected');
  },
);
