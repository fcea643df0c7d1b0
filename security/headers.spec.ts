import { arrangePlace } from '../fixtures/access/place.ts';
import { expect, test } from '../fixtures/index.ts';
import { keptByOthers } from './caching.ts';
import { everyAnswer } from './every-answer.ts';
import { protections } from './protections.ts';

for (const { item, header, on, faultsOf, remedy } of protections) {
  test(
    `every kind of answer that needs ${header} carries it`,
    { tag: [`@${item}`, '@observe', '@wide'] },
    async ({ raw }) => {
      const answers = await everyAnswer(raw);
      for (const kind of on) {
        const message = `${header} on ${kind}. Remedy: ${remedy}`;
        expect.soft(faultsOf(answers[kind].headers), message).toEqual([]);
      }
    },
  );
}

test(
  'pages of somebody signed in carry all protections too',
  { tag: ['@SC-04', '@SC-08', '@SC-09', '@SC-10', '@ST-02', '@write'] },
  async ({ raw, personOf, construbot, make }) => {
    const { state } = await personOf('director');
    const { contrato, estimacion } = await arrangePlace(construbot, make);
    for (const path of [
      '/proyectos/',
      '/proyectos/listado/contratos/',
      `/proyectos/contrato/detalle/${contrato}/`,
      `/proyectos/estimacion/pdf/${estimacion}/`,
    ]) {
      const { status, headers } = await raw(path, { signedIn: state });
      expect(status, path).toBe(200);
      for (const { header, faultsOf, remedy } of protections) {
        expect.soft(faultsOf(headers), `${header} on ${path}. Remedy: ${remedy}`).toEqual([]);
      }
    }
  },
);

test(
  'no cache keeps what somebody signed in has seen',
  { tag: ['@SC-05', '@write'] },
  async ({ raw, personOf, construbot, make }) => {
    const { state } = await personOf('director');
    const { contrato } = await arrangePlace(construbot, make);
    for (const path of ['/proyectos/', `/proyectos/contrato/detalle/${contrato}/`]) {
      const { status, headers } = await raw(path, { signedIn: state });
      expect(status, path).toBe(200);
      expect
        .soft(keptByOthers(headers), `Cache-Control of ${path}. Remedy: never_cache`)
        .toEqual([]);
    }
  },
);
