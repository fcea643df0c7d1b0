import { expect, test as base } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';

const secret = process.env['ACCOUNT_PASSWORD'] ?? '';

const test = base.extend<object, { broken: string }>({
  broken: [
    async ({}, use) => {
      await use(secret);
      throw new Error(`The worker ends with ${secret}`);
    },
    { scope: 'worker' },
  ],
});

// Each way out of a check that Playwright knows.
test('a check that tells everything it knows', async ({ broken }, testInfo) => {
  console.log(`out: ${broken}`);
  console.error(`err: ${broken}`);
  process.stdout.write(Buffer.from(`bytes: ${broken}\n`));
  testInfo.annotations.push({ type: 'note', description: secret });
  await testInfo.attach('inline', { body: `inline: ${secret}` });
  await testInfo.attach(`named ${secret}`, { body: 'nothing' });
  const page = testInfo.outputPath('page.html');
  writeFileSync(page, `<p>${encodeURIComponent(secret)}</p>`);
  await testInfo.attach('page', { path: page, contentType: 'text/html' });
  const upload = testInfo.outputPath('upload.bin');
  writeFileSync(upload, Buffer.concat([Buffer.of(0xff, 0xd8, 0), Buffer.from(`--x ${secret}`)]));
  await testInfo.attach('upload', { path: upload, contentType: 'application/octet-stream' });
  const archive = testInfo.outputPath('archive.zip');
  writeFileSync(archive, zipSync({ 'a.json': Buffer.from(JSON.stringify({ secret })) }));
  await testInfo.attach('archive', { path: archive, contentType: 'application/zip' });
  await test.step(`Fill "${secret}"`, () =>
    test.step(`and then "${secret}"`, () => {
      expect.soft({ typed: secret }).toEqual({ typed: 'something else' });
      expect.soft(`a ${secret}`).toBe(`a ${secret.slice(0, 5)}`);
    }));
  throw new Error(`It was ${secret}`, { cause: new Error(`because of ${secret}`) });
});
