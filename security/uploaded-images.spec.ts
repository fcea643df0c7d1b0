import { sendImage } from '../fixtures/access/send-image.ts';
import { arrangeEjemplo } from '../fixtures/construbot/ejemplo.ts';
import { estimacionName, estimacionesOf } from '../fixtures/construbot/estimacion-name.ts';
import { jpeg } from '../fixtures/files/index.ts';
import { expect, test } from '../fixtures/index.ts';
import { gifWithPage, jpegWithPage, pngBomb, pngWithPage } from './hostile-images.ts';
import { fetchStored, folderOf, imagesOf, nameOf } from './stored-files.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

test.use({ role: 'director' });

const nowhere = new URL('about:blank');

const pages = [
  { image: () => jpegWithPage(90), type: 'image/jpeg' },
  { image: () => jpegWithPage(480), type: 'image/jpeg' },
  { image: pngWithPage, type: 'image/png' },
  { image: gifWithPage, type: 'image/gif' },
];

test(
  'images that hold a web page and are sent as text/html stay images and run nothing',
  attack('@AT-16', '@SC-08'),
  async ({ page, as, acting, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const director = await as('director');
    const sent = await Promise.all(pages.map(({ image }) => image()));
    await sendImage(
      director,
      contrato.id,
      ...sent.map((image) => ({ ...image, type: 'text/html' })),
    );
    const id = (await estimacionesOf(director, contrato.id)).get(1) ?? 0;
    const stored = await imagesOf(director, id);
    expect(stored, 'the estimate shows its images').toHaveLength(pages.length);
    const types: (string | undefined)[] = [];
    for (const at of stored) {
      const { status, headers } = await fetchStored(director, acting, at);
      expect.soft(status, nameOf(at)).toBe(200);
      types.push(headers['content-type']);
      expect
        .soft(
          headers['x-content-type-options'],
          `${nameOf(at)} comes without nosniff: the server of /media/, or the bucket, has to add X-Content-Type-Options`,
        )
        .toBe('nosniff');
      await page.goto(at.href);
      const ran = await page.evaluate(() => document.documentElement.dataset['ran']);
      expect.soft(ran, nameOf(at)).toBeUndefined();
    }
    expect(
      types.sort(),
      'The type has to come from what the file is, never from what its uploader said: a page would run in the name of the application',
    ).toEqual(pages.map(({ type }) => type).sort());
  },
);

const names = [
  'foto.jpg.html',
  'foto.html',
  'foto.svg',
  'foto.php',
  'foto.xhtml',
  'foto.jpg.',
  'foto',
];

test(
  'a photograph under the name of a page or of a program is refused and nothing of the estimate is saved',
  attack('@AT-16'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const director = await as('director');
    const image = await jpegWithPage(90);
    for (const name of names) {
      await expect
        .soft(sendImage(director, contrato.id, { ...image, name }), name)
        .rejects.toThrow('La extensión de archivo');
    }
    const estimacion = estimacionName(contrato.nombreCorto, 1);
    expect(await construbot.borrado.find('estimacion', estimacion)).toBeUndefined();
    await sendImage(director, contrato.id, { ...image, name: 'foto.php.jpg' });
    expect(await construbot.borrado.find('estimacion', estimacion)).toBeDefined();
  },
);

const paths = [
  '../../../foto.jpg',
  '/etc/foto.jpg',
  String.raw`..\..\foto.jpg`,
  String.raw`C:\inetpub\wwwroot\foto.jpg`,
  '..%2f..%2ffoto.jpg',
  '....//....//foto.jpg',
  'foto.html\0.jpg',
  '.htaccess.jpg',
  '"><img src=x onerror=alert(1)>.jpg',
  'fo\u202Egpj.exe\u202C.jpg',
  'ñandú ✓ ﬂ ／..／.jpg',
];

test(
  'a photograph whose name is a path or has odd letters is kept in its folder under a plain name',
  attack('@AT-14', '@AT-16'),
  async ({ as, acting, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const director = await as('director');
    const image = await jpeg({ width: 60, height: 40 });
    await sendImage(director, contrato.id, image);
    await sendImage(director, contrato.id, ...paths.map((name) => ({ ...image, name })));
    const estimaciones = await estimacionesOf(director, contrato.id);
    const [control = nowhere] = await imagesOf(director, estimaciones.get(1) ?? 0);
    const stored = await imagesOf(director, estimaciones.get(2) ?? 0);
    expect(stored, 'the estimate shows its images').toHaveLength(paths.length);
    for (const [i, at] of stored.entries()) {
      const name = `image ${i + 1} of ${paths.join(', ')}`;
      expect.soft(folderOf(at).href, name).toBe(folderOf(control).href);
      expect.soft(nameOf(at), name).toMatch(/^[\p{L}\p{M}\p{N}_.-]+\.jpg$/u);
      const { status, headers } = await fetchStored(director, acting, at);
      expect.soft([status, headers['content-type']], name).toEqual([200, 'image/jpeg']);
    }
  },
);

test(
  'a photograph whose name has 300 letters is refused with a word and nothing of the estimate is saved',
  attack('@AT-16'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const director = await as('director');
    const image = await jpeg({ width: 60, height: 40 });
    const name = `${'f'.repeat(296)}.jpg`;
    await expect
      .soft(sendImage(director, contrato.id, { ...image, name }))
      .rejects.toThrow('como máximo 100 caracteres');
    const estimacion = estimacionName(contrato.nombreCorto, 1);
    expect(await construbot.borrado.find('estimacion', estimacion)).toBeUndefined();
    await sendImage(director, contrato.id, image);
    expect(await construbot.borrado.find('estimacion', estimacion)).toBeDefined();
  },
);

test(
  'a PNG of 110 kB that unfolds to 900 million pixels is refused in 10 s and the application goes on',
  attack('@AT-16'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const director = await as('director');
    const started = performance.now();
    await expect
      .soft(
        sendImage(director, contrato.id, pngBomb()),
        'Pillow refuses such an image unless Image.MAX_IMAGE_PIXELS is raised or None',
      )
      .rejects.toThrow('Envíe una imagen válida.');
    expect.soft(performance.now() - started).toBeLessThan(10_000);
    const estimacion = estimacionName(contrato.nombreCorto, 1);
    expect(await construbot.borrado.find('estimacion', estimacion)).toBeUndefined();
    await sendImage(director, contrato.id, await jpeg({ width: 60, height: 40 }));
    expect(await construbot.borrado.find('estimacion', estimacion)).toBeDefined();
  },
);
