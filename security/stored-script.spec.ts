import { expect, test } from '../fixtures/index.ts';
import { stubPrinting } from '../e2e/pages/index.ts';
import { canariesIn, keepCanaries, longCanary, type Field } from './canary.ts';
import { arrangeHostileObra, type HostileObra } from './hostile-obra.ts';

test.use({ role: 'director' });

const attack = (...items: string[]): { tag: string[] } => ({
  tag: ['@ST-04', ...items, '@attack'],
});

const mend =
  'Django escapes what a template prints, so look for |safe, mark_safe, autoescape off or innerHTML';

interface Place {
  readonly what: string;
  readonly items?: readonly string[];
  readonly paths: (obra: HostileObra) => Readonly<Record<string, readonly Field[]>>;
}

const places: readonly Place[] = [
  {
    what: 'page of a client',
    items: ['@AT-11'],
    paths: ({ cliente }) => ({ [`/proyectos/cliente/detalle/${cliente}/`]: ['name of a client'] }),
  },
  {
    what: 'page of a site',
    items: ['@AT-11', '@AT-12'],
    paths: ({ sitio }) => ({
      [`/proyectos/sitio/detalle/${sitio}/`]: ['name of a site', 'place of a site'],
    }),
  },
  {
    what: 'page of a contact',
    items: ['@AT-11', '@AT-12'],
    paths: ({ destinatario }) => ({
      [`/proyectos/destinatario/detalle/${destinatario}/`]: [
        'name of a contact',
        'position of a contact',
      ],
    }),
  },
  {
    what: 'lists',
    items: ['@AT-11', '@AT-12'],
    paths: () => ({
      '/proyectos/listado/clientes/': ['name of a client'],
      '/proyectos/listado/sitios/': ['name of a site'],
      '/proyectos/listado/destinatarios/': ['name of a contact'],
      '/proyectos/listado/contratos/': ['short name of a contract', 'short name of a subcontract'],
    }),
  },
  {
    what: 'page of a contract',
    items: ['@AT-12', '@AT-13'],
    paths: ({ contrato }) => ({
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
    }),
  },
  {
    what: 'dashboard',
    items: ['@AT-10'],
    paths: () => ({ '/proyectos/': ['name of a client', 'short name of a contract'] }),
  },
  {
    what: 'forms of what is there',
    items: ['@AT-11', '@AT-12'],
    paths: ({ cliente, sitio, destinatario, contrato }) => ({
      [`/proyectos/editar/cliente/${cliente}/`]: ['name of a client'],
      [`/proyectos/editar/sitio/${sitio}/`]: ['name of a site', 'place of a site'],
      [`/proyectos/editar/destinatario/${destinatario}/`]: [
        'name of a contact',
        'position of a contact',
      ],
      [`/proyectos/editar/contrato/${contrato}/`]: [
        'short name of a contract',
        'code of a contract',
        'name of a contract',
      ],
    }),
  },
  {
    what: 'catalogues of concepts, units and retentions',
    items: ['@AT-13'],
    paths: ({ contrato }) => ({
      [`/proyectos/contrato/catalogo-edit/${contrato}/`]: ['text of a concept'],
      [`/proyectos/contrato/catalogo-unidades/`]: ['unit of a concept'],
      [`/proyectos/contrato/retenciones-edit/${contrato}/`]: ['name of a retention'],
    }),
  },
  {
    what: 'form of an estimate',
    items: ['@AT-14'],
    paths: ({ estimacion }) => ({
      [`/proyectos/editar/estimacion/${estimacion}/`]: [
        'text of a concept',
        'observations',
        'name of a measurement',
      ],
    }),
  },
  {
    what: 'page of an estimate',
    items: ['@AT-14'],
    paths: ({ estimacion }) => ({
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
    }),
  },
  {
    what: 'printed estimate',
    items: ['@AT-15'],
    paths: ({ estimacion }) => ({
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
    }),
  },
  {
    what: 'printed generador',
    items: ['@AT-15'],
    paths: ({ estimacion }) => ({
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
    }),
  },
  {
    what: 'report of subcontracts',
    items: ['@AT-14'],
    paths: ({ estimacion }) => ({
      [`/proyectos/estimacion/${estimacion}/reporte-subcontratistas/`]: [
        'short name of a subcontract',
      ],
    }),
  },
  {
    what: 'page and form of a user',
    items: ['@AT-01'],
    paths: ({ usuario }) => ({
      [`/users/detalle/${usuario}/`]: ['first name of a user', 'last name of a user'],
      [`/users/update/${usuario}/`]: [
        'first name of a user',
        'last name of a user',
        'position of a user',
      ],
    }),
  },
];

for (const { what, items = [], paths } of places) {
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
      const obra = await arrangeHostileObra({ construbot, make, newcomers });
      for (const [path, expected] of Object.entries(paths(obra))) {
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
