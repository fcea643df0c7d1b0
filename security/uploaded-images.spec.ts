import { sendImage } from '../fixtures/access/send-image.ts';
import { arrangeEjemplo } from '../fixtures/construbot/ejemplo.ts';
import { estimacionName, estimacionesOf } from '../fixtures/construbot/estimacion-name.ts';
import { jpeg } from '../fixtures/files/index.ts';
import { expect, test } from '../fixtures/index.ts';
import { gifWithPage, jpegWithPage, pngBomb, pngWithPage } from './hostile-images.ts';
import { fetchStored, folderOf, imagesOf, nameOf } from './stored-files.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

test.use({ role: 'director' });

const pages = [
  { what: 'a small photograph', image: () => jpegWithPage(90), type: 'image/jpeg' },
  { what: 'a tall photograph', image: () => jpegWithPage(480), type: 'image/jpeg' },
  { what: 'a PNG', image: pngWithPage, type: 'image/png' },
  { what: 'a GIF', image: gifWithPage, type: 'image/gif' },
];

for (const { what, image, type } of pages) {
  test(
    `${what} that holds a web page and is sent as text/html stays an image and runs nothing`,
    attack('@AT-16', '@SC-08'),
    async ({ page, as, acting, construbot, make }) => {
      const { contrato } = await arrangeEjemplo(construbot, make);
      const director = await as('director');
      await sendImage(director, contrato.id, { ...(await image()), type: 'text/html' });
      const id = (await estimacionesOf(director, contrato.id)).get(1) ?? 0;
      const [at] = await imagesOf(director, id);
      expect(at, 'the estimate shows its image').toBeDefined();
      const { status, headers } = await fetchStored(director, acting, at ?? new URL('about:blank'));
      expect(status).toBe(200);
      expect(
        headers['content-type'],
        'The type has to come from what the file is, never from what its uploader said: a page would run in the name of the application',
      ).toBe(type);
      expect(
        headers['x-content-type-options'],
        'Uploaded files come without nosniff: the server of /media/, or the bucket, has to add X-Content-Type-Options',
      ).toBe('nosniff');
      await page.goto(at?.href ?? '');
      expect(await page.evaluate(() => document.documentElement.dataset['ran'])).toBeUndefined();
    },
  );
}

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
    const first = (await estimacionesOf(director, contrato.id)).get(1) ?? 0;
    const [control] = await imagesOf(director, first);
    const folder = folderOf(control ?? new URL('about:blank')).href;
    for (const [i, name] of paths.entries()) {
      await sendImage(director, contrato.id, { ...image, name });
      const id = (await estimacionesOf(director, contrato.id)).get(i + 2) ?? 0;
      const [at = new URL('about:blank')] = await imagesOf(director, id);
      expect.soft(folderOf(at).href, name).toBe(folder);
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
