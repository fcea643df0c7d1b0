import { sendImage } from '../../fixtures/access/send-image.ts';
import { arrangeEjemplo } from '../../fixtures/construbot/ejemplo.ts';
import { estimacionesOf } from '../../fixtures/construbot/estimacion-name.ts';
import { env } from '../../fixtures/env.ts';
import {
  asInput,
  htmlDisguised,
  jpeg,
  jpegOfSize,
  notAnImage,
  png,
  svgDisguised,
  truncatedJpeg,
  webp,
} from '../../fixtures/files/index.ts';
import { expect, test } from '../../fixtures/index.ts';
import { servedImage } from '../../fixtures/served-image.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const limit = 2_097_152;

test(
  'a tall photograph that is attached in the form comes back 380 pixels high',
  write('@AT-05', '@AT-16', '@SM-05'),
  async ({ ui, page, construbot, make, personOf }) => {
    const me = await personOf('director');
    const { contrato } = await arrangeEjemplo(construbot, make);
    const entry = ui.estimacionForm;
    await entry.goto(contrato.id);
    await entry.supervisedBy.choose(me.email, me.username);
    await entry.startDate.set('2026-03-01');
    await entry.finishDate.set('2026-03-15');
    await entry.concepto('E1').quantity.fill('18');
    await entry.concepto('E1').attachImage(asInput(await jpeg({ width: 640, height: 480 })));
    await entry.save();
    await ui.contratoDetail.estimacionesTab.open();
    await ui.contratoDetail.estimacionLink(1).click();
    const image = ui.estimacionDetail.generator.images;
    await expect(image).toHaveCount(1);
    await expect(image).toHaveJSProperty('naturalWidth', 507);
    await expect(image).toHaveJSProperty('naturalHeight', 380);
    const served = await servedImage(page, await image.getAttribute('src'));
    expect([new URL(page.url()).hostname, ...env().mediaHosts]).toContain(served.hostname);
    expect(served).toMatchObject({
      status: 200,
      type: 'image/jpeg',
      really: 'image/jpeg 507x380',
    });
  },
);

const small = [
  { what: 'JPEG', image: () => jpeg({ width: 320, height: 240 }), type: 'image/jpeg' },
  { what: 'PNG', image: () => png({ width: 120, height: 380 }), type: 'image/png' },
  { what: 'WebP', image: () => webp({ width: 200, height: 100 }), type: 'image/webp' },
];

for (const { what, image, type } of small) {
  test(
    `a small ${what} comes back byte for byte`,
    write('@AT-05', '@AT-16', '@SM-05'),
    async ({ ui, page, as, construbot, make }) => {
      const { contrato } = await arrangeEjemplo(construbot, make);
      const director = await as('director');
      const sent = await image();
      await sendImage(director, contrato.id, sent);
      const id = (await estimacionesOf(director, contrato.id)).get(1);
      await ui.estimacionDetail.goto(id ?? 0);
      const shown = ui.estimacionDetail.generator.images;
      const served = await servedImage(page, await shown.getAttribute('src'));
      expect(served).toMatchObject({ status: 200, type });
      expect(Buffer.compare(served.bytes, Buffer.from(sent.bytes))).toBe(0);
    },
  );
}

const tall = [
  { what: 'PNG', image: () => png(), type: 'image/png' },
  {
    what: 'photograph named .jpeg',
    image: () => jpeg({ name: 'foto.jpeg' }),
    type: 'image/jpeg',
  },
  {
    what: 'photograph named .JPG',
    image: () => jpeg({ name: 'FOTO.JPG' }),
    type: 'image/jpeg',
  },
  { what: 'WebP', image: () => webp(), type: 'image/webp' },
  { what: 'image of exactly 2 MB', image: () => jpegOfSize(limit), type: 'image/jpeg' },
];

for (const { what, image, type } of tall) {
  test(
    `a tall ${what} comes back smaller, as what it is`,
    write('@AT-05', '@AT-16', '@SM-05'),
    async ({ ui, page, as, construbot, make }) => {
      const { contrato } = await arrangeEjemplo(construbot, make);
      const director = await as('director');
      await sendImage(director, contrato.id, await image());
      const id = (await estimacionesOf(director, contrato.id)).get(1);
      await ui.estimacionDetail.goto(id ?? 0);
      const shown = ui.estimacionDetail.generator.images;
      const served = await servedImage(page, await shown.getAttribute('src'));
      expect(served).toMatchObject({ status: 200, type, really: `${type} 507x380` });
    },
  );
}

test(
  'the browser stops an image of more than 2 MB and empties its box',
  write('@AT-16'),
  async ({ ui, page, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const block = ui.estimacionForm.concepto('E1');
    await ui.estimacionForm.goto(contrato.id);
    const said = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.accept();
      return dialog.message();
    });
    const [message] = await Promise.all([
      said,
      block.attachImage(asInput(await jpegOfSize(limit + 1))),
    ]);
    expect(message).toBe('¡No puedes adjuntar imagenes mayores a 2MB!');
    await expect(block.image(0)).toHaveValue('');
  },
);

const refused = [
  {
    what: 'an image of more than 2 MB',
    image: () => jpegOfSize(limit + 1),
    said: 'El tamaño de la imagen excede el tamaño permitido de 2MB.',
  },
  {
    what: 'a text that is named .jpg',
    image: () => notAnImage(),
    said: 'Envíe una imagen válida.',
  },
  {
    what: 'an SVG that is named .jpg',
    image: () => svgDisguised(),
    said: 'Envíe una imagen válida.',
  },
  {
    what: 'a web page that is named .jpg',
    image: () => htmlDisguised(),
    said: 'Envíe una imagen válida.',
  },
  {
    what: 'a photograph that was cut off',
    image: () => truncatedJpeg(),
    said: 'Envíe una imagen válida.',
  },
  {
    what: 'an SVG',
    image: () => ({ ...svgDisguised(), name: 'dibujo.svg', type: 'image/svg+xml' }),
    said: 'Envíe una imagen válida.',
  },
];

for (const { what, image, said } of refused) {
  test(
    `${what} is refused and nothing of the estimate is saved`,
    write('@AT-16'),
    async ({ as, construbot, make }) => {
      const { contrato } = await arrangeEjemplo(construbot, make);
      const director = await as('director');
      const answer = sendImage(director, contrato.id, await image());
      await expect.soft(answer).rejects.toThrow(said);
      expect([...(await estimacionesOf(director, contrato.id)).keys()]).toEqual([]);
    },
  );
}

test(
  'an image that is marked for removal is gone after saving',
  write('@AT-16'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const imagenes = [
      await jpeg({ width: 200, height: 100 }),
      await png({ width: 90, height: 60 }),
    ];
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: { E1: { cantidad: '18', imagenes } } }),
    );
    const block = ui.estimacionForm.concepto('E1');
    await ui.estimacionForm.gotoEdit(id);
    await expect(block.storedImages).toHaveCount(2);
    await block.imageRemovalToggle(0).click();
    await ui.estimacionForm.save();
    await ui.estimacionDetail.goto(id);
    await expect(ui.estimacionDetail.generator.images).toHaveCount(1);
    await expect(ui.estimacionDetail.generator.images).toHaveJSProperty('naturalWidth', 90);
  },
);
