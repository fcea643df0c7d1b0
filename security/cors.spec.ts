import { arrangeObra } from '../fixtures/construbot/obra.ts';
import { pdf } from '../fixtures/files/index.ts';
import { tokensOf } from '../fixtures/http/api.ts';
import { ownFiles } from '../fixtures/http/own-files.ts';
import { expect, test } from '../fixtures/index.ts';
import { corsFaults, corsRemedy, foreignOrigins, rawFrom } from './cors.ts';
import { everyAnswer, kinds } from './every-answer.ts';
import { pdfOf } from './stored-files.ts';

for (const { what, origin: originFor } of foreignOrigins) {
  test(
    `${what} may read no kind of answer that a stranger gets`,
    { tag: ['@SM-07', '@observe', '@wide'] },
    async ({ raw, baseURL }) => {
      const origin = originFor(new URL(baseURL ?? '').hostname);
      // Each has the status that it has without an Origin, else this throws.
      const answers = await everyAnswer(rawFrom(raw, origin));
      for (const kind of kinds) {
        expect
          .soft(corsFaults(origin, answers[kind].headers), `${kind}. Remedy: ${corsRemedy}`)
          .toEqual([]);
      }
    },
  );

  test(
    `${what} may read nothing with the cookies or the token of a director`,
    { tag: ['@SM-07', '@write'] },
    async ({ raw, baseURL, as, personOf, construbot, make }) => {
      const origin = originFor(new URL(baseURL ?? '').hostname);
      const from = rawFrom(raw, origin);
      const director = await personOf('director');
      const signedIn = director.state;
      const session = await as('director');
      const { contrato } = await arrangeObra(construbot, make, {}, { pdf: await pdf() });
      const media = await pdfOf(session, contrato.id);
      const { access } = await tokensOf(session, director);
      const answers = {
        'a page': await from('/proyectos/', { signedIn }),
        'a search': await from('/proyectos/cliente-autocomplete/?q=que', { signedIn }),
        'concepts as data': await from(`/proyectos/contrato/catalogo-conceptos/${contrato.id}/`, {
          signedIn,
        }),
        'the API with a token': await from('/api/v1/users/unique/', {
          method: 'POST',
          body: '{}',
          headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json' },
        }),
      };
      for (const [kind, { status, headers }] of Object.entries(answers)) {
        expect(status, kind).toBe(200);
        expect.soft(corsFaults(origin, headers), `${kind}. Remedy: ${corsRemedy}`).toEqual([]);
      }
      const stored = await session.request(media.href, { headers: { origin } });
      expect(stored.status, 'a stored file').toBe(200);
      expect
        .soft(corsFaults(origin, stored.headers), `a stored file. Remedy: ${corsRemedy}`)
        .toEqual([]);
    },
  );

  test(
    `${what} that asks beforehand is allowed no PUT and no token on pages, API and static files`,
    { tag: ['@SM-07', '@observe'] },
    async ({ raw, baseURL }) => {
      const origin = originFor(new URL(baseURL ?? '').hostname);
      const [file = ''] = ownFiles((await raw('/accounts/login/')).body);
      expect((await raw(file)).status, 'a file that is there').toBe(200);
      const headers = {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization, content-type, x-csrftoken',
      };
      for (const path of ['/accounts/login/', '/proyectos/', '/api/v1/users/unique/', file]) {
        const answer = await raw(path, { method: 'OPTIONS', headers });
        expect.soft(answer.status, path).toBeLessThan(500);
        expect
          .soft(corsFaults(origin, answer.headers), `OPTIONS ${path}. Remedy: ${corsRemedy}`)
          .toEqual([]);
      }
    },
  );
}
