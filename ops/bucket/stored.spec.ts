import { sendImage } from '../../fixtures/access/send-image.ts';
import { arrangeEjemplo } from '../../fixtures/construbot/ejemplo.ts';
import { estimacionesOf } from '../../fixtures/construbot/estimacion-name.ts';
import { jpeg } from '../../fixtures/files/index.ts';
import { expect, test } from '../../fixtures/index.ts';
import { servedImage } from '../../fixtures/served-image.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { judgeStored, keyOf } from './judge-bucket.ts';

const images = [
  { what: 'a small photograph', image: () => jpeg({ width: 320, height: 240 }) },
  { what: 'a tall photograph, made smaller,', image: () => jpeg({ width: 640, height: 480 }) },
];

for (const { what, image } of images) {
  test(
    `${what} lies in the bucket under its key, as it is shown`,
    { tag: ['@SM-05', '@write'] },
    async ({ target, ui, page, as, construbot, make, bucket }, testInfo) => {
      const { contrato } = await arrangeEjemplo(construbot, make);
      const director = await as('director');
      await sendImage(director, contrato.id, await image());
      const id = (await estimacionesOf(director, contrato.id)).get(1);
      await ui.estimacionDetail.goto(id ?? 0);
      const source = await ui.estimacionDetail.generator.images.getAttribute('src');
      const shown = await servedImage(page, source);
      const key = keyOf(new URL(source ?? '', target), bucket.name);
      const stored = await orNotRun(testInfo, bucket.object(key));
      expect(
        judgeStored(key, stored, shown.bytes),
        'Remedy: DEFAULT_FILE_STORAGE is S3Boto3Storage, and DJANGO_AWS_* name this bucket and an account that may s3:PutObject',
      ).toEqual([]);
    },
  );
}
