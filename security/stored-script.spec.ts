import { expect, test } from '../fixtures/index.ts';
import { stubPrinting } from '../e2e/pages/index.ts';
import { canariesIn, keepCanaries, longCanary, type Field } from './canary.ts';
import { arrangeHostileObra, createHostileUser, type HostileNeeds } from './hostile-obra.ts';

test.use({ role: 'director' });

const attack = (...items: string[]): { tag: string[] } => ({
  tag: ['@ST-04', ...items, '@attack'],
});

const mend =
  'Django escapes what a template prints, so look for |safe, mark_safe, autoescape off or innerHTML';

interface Place {
  readonly what: string;
  readonly items: readonly string[];
  /** Arranges what is on the pages, and says which fields each page shows. */
  readonly arrange: (needs: HostileNeeds) => Promise<Readonly<Record<string, readonly Field[]>>>;
}

const places: readonly Place[] = [
  {
    what: 'lists, pages and forms of clients, sites and contacts',
    items: ['@AT-11', '@AT-12'],
    arrange: async (needs) => {
      const { cliente, sitio, destinatario } = await arrangeHostileObra(needs);
      return {
        '/proyectos/listado/clientes/': ['name of a client'],
        '/proyectos/listado/sitios/': ['name of a site'],
        '/proyectos/listado/destinatarios/': ['name of a contact'],
        [`/proyectos/cliente/detalle/${cliente}/`]: ['name of a client'],
        [`/proyectos/sitio/detalle/${sitio}/`]: ['name of a site', 'place of a site'],
        [`/proyectos/destinatario/detalle/${destinatario}/`]: [
          'name of a contact',
          'position of a contact',
        ],
        [`/proyectos/editar/cliente/${cliente}/`]: ['name of a client'],
        [`/proyectos/editar/sitio/${sitio}/`]: ['name of a site', 'place of a site'],
        [`/proyectos/editar/destinatario/${destinatario}/`]: [
          'name of a contact',
          'position of a contact',
        ],
      };
    },
  },
  {
    what: 'dashboard and on the list, page, form and catalogues of a contract',
    items: ['@AT-10', '@AT-12', '@AT-13'],
    arrange: async (needs) => {
      const { contrato } = await arrangeHostileObra(needs);
      return {
        '/proyectos/': ['name of a client', 'short name of a contract'],
        '/proyectos/listado/contratos/': [
          'short name of a contract',
          'short name of a subcontract',
        ],
        [`/proyectos/contrato/detalle/${contrato}/`]: [
          'name of a client',
          'name of a site',
          'short name of a contract',
          'code of a contract',
          'name of a contract',
          'short name of a subcontract',
          'text of a concept',
          'unit of a concept',
          'name of a retention',
        ],
        [`/proyectos/editar/contrato/${contrato}/`]: [
          'short name of a contract',
          'code of a contract',
          'name of a contract',
        ],
        [`/proyectos/contrato/catalogo-edit/${contrato}/`]: ['text of a concept'],
        [`/proyectos/contrato/catalogo-unidades/`]: ['unit of a concept'],
        [`/proyectos/contrato/retenciones-edit/${contrato}/`]: ['name of a retention'],
      };
    },
  },
  {
    what: 'page, form, prints and report of an estimate',
    items: ['@AT-14', '@AT-15'],
    arrange: async (needs) => {
      const { estimacion } = await arrangeHostileObra(needs);
      return {
        [`/proyectos/editar/estimacion/${estimacion}/`]: [
          'text of a concept',
          'observations',
          'name of a measurement',
        ],
        [`/proyectos/estimacion/detalle/${estimacion}/`]: [
          'name of a client',
          'name of a site',
          'name of a contact',
          'name of a contract',
          'text of a concept',
          'observations',
          'name of a measurement',
          'name of a retention',
          'first name of a user',
          'last name of a user',
        ],
        [`/proyectos/estimacion/pdf/${estimacion}/`]: [
          'name of a client',
          'name of a contact',
          'position of a contact',
          'name of a contract',
          'text of a concept',
          'unit of a concept',
          'name of a retention',
          'first name of a user',
          'position of a user',
        ],
        [`/proyectos/generador/pdf/${estimacion}/`]: [
          'name of a client',
          'name of a site',
          'name of a contact',
          'name of a contract',
          'text of a concept',
          'observations',
          'name of a measurement',
          'first name of a user',
        ],
        [`/proyectos/estimacion/${estimacion}/reporte-subcontratistas/`]: [
          'short name of a subcontract',
        ],
      };
    },
  },
  {
    what: 'page and form of somebody whose name it is in',
    items: ['@AT-01'],
    arrange: async ({ newcomers }) => {
      const { username } = await createHostileUser(newcomers);
      return {
        [`/users/detalle/${username}/`]: ['first name of a user', 'last name of a user'],
        [`/users/update/${username}/`]: [
          'first name of a user',
          'last name of a user',
          'position of a user',
        ],
      };
    },
  },
];

for (const { what, items, arrange } of places) {
  test(
    `script that somebody has saved is text to the director on the ${what}`,
    attack(...items),
    async ({ page, context, construbot, make, newcomers }) => {
      await stubPrinting(context);
      await keepCanaries(context);
      await page.goto('about:blank');
      await page.setContent(longCanary('what was asked for'));
      const free = await canariesIn(page);
      expect(free, 'a canary that nothing holds back').toMatchObject({
        ran: ['what was asked for'],
      });
      for (const [path, expected] of Object.entries(
        await arrange({ construbot, make, newcomers }),
      )) {
        await page.goto(path);
        const { ran, shown } = await canariesIn(page);
        expect.soft(ran, `texts that ran as script at ${path}. ${mend}`).toEqual([]);
        expect
          .soft(shown, `texts that are seen at ${path}`)
          .toEqual(expect.arrayContaining([...expected]));
      }
    },
  );
}
