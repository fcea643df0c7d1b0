import { arrangeObra } from '../fixtures/construbot/obra.ts';
import { pdf } from '../fixtures/files/index.ts';
import type { Exchange } from '../fixtures/http/exchange.ts';
import type { Session, Upload } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import { fetchStored, folderOf, nameOf, pdfOf } from './stored-files.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

const pathOf = (contratoId: number): string => `/proyectos/editar/contrato/${contratoId}/`;

/** Sends the form of a contract with another file each time. */
async function sender(
  session: Session,
  contratoId: number,
): Promise<(file: Upload) => Promise<Exchange>> {
  const values = Object.fromEntries(await session.formOf(pathOf(contratoId)));
  return (file) => session.post(pathOf(contratoId), { ...values, file });
}

const script = '<script>document.documentElement.dataset.ran = "1"</script>';

const disguised = [
  { what: 'a web page', type: 'text/html', text: `<!doctype html>${script}` },
  {
    what: 'an SVG',
    type: 'image/svg+xml',
    text: `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
  },
  {
    what: 'a PDF with a web page in its first line',
    type: 'text/html',
    text: `%PDF-1.4 <html>${script}</html>\n%%EOF\n`,
  },
];

test(
  'what is sent as the PDF of a contract and is none is never served as a page',
  attack('@AT-12', '@SC-08'),
  async ({ as, acting, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make, {}, { pdf: await pdf() });
    const director = await as('director');
    const path = pathOf(contrato.id);
    const fields = Object.fromEntries(await director.formOf(path));
    for (const { what, type, text } of disguised) {
      const file = { name: 'contrato.pdf', type, bytes: Buffer.from(text) };
      // Whether it is taken is the application's affair: only what it serves then counts.
      const answer = await director.request(path, { fields: { ...fields, file } });
      expect([200, 302], what).toContain(answer.status);
      const at = await pdfOf(director, contrato.id);
      const { status, headers } = await fetchStored(director, acting, at);
      expect(status, what).toBe(200);
      expect
        .soft(
          headers['content-type'],
          `${what}: the type has to come from the ending of the name, never from what the uploader said`,
        )
        .toBe('application/pdf');
      expect
        .soft(
          headers['x-content-type-options'],
          `${what}: uploaded files come without nosniff: the server of /media/, or the bucket, has to add X-Content-Type-Options`,
        )
        .toBe('nosniff');
    }
  },
);

const endings = ['contrato.pdf.html', 'contrato.svg', 'contrato.pdf.', 'contrato.pdf.exe', 'pdf'];

test(
  'a PDF under the name of a page or of a program is refused and the contract keeps its own',
  attack('@AT-12'),
  async ({ as, construbot, make }) => {
    const file = await pdf();
    const { contrato } = await arrangeObra(construbot, make, {}, { pdf: file });
    const director = await as('director');
    const before = await pdfOf(director, contrato.id);
    const send = await sender(director, contrato.id);
    for (const name of endings) {
      await expect.soft(send({ ...file, name }), name).rejects.toThrow('La extensión de archivo');
    }
    expect.soft((await pdfOf(director, contrato.id)).pathname).toBe(before.pathname);
    await send({ ...file, name: 'contrato.svg.pdf' });
    expect((await pdfOf(director, contrato.id)).pathname).not.toBe(before.pathname);
  },
);

const paths = [
  '../../../contrato.pdf',
  '/etc/contrato.pdf',
  String.raw`..\..\contrato.pdf`,
  String.raw`C:\inetpub\wwwroot\contrato.pdf`,
  '..%2f..%2fcontrato.pdf',
  'contrato.html\0.pdf',
  '"><script>alert(1)</script>.pdf',
  'contrato\u202Efdp.exe\u202C.pdf',
];

test(
  'a PDF whose name is a path or has odd letters is kept in its folder under a plain name',
  attack('@AT-12'),
  async ({ as, acting, construbot, make }) => {
    const file = await pdf();
    const { contrato } = await arrangeObra(construbot, make, {}, { pdf: file });
    const director = await as('director');
    const folder = folderOf(await pdfOf(director, contrato.id)).href;
    const send = await sender(director, contrato.id);
    for (const name of paths) {
      await send({ ...file, name });
      const at = await pdfOf(director, contrato.id);
      expect.soft(folderOf(at).href, name).toBe(folder);
      expect.soft(nameOf(at), name).toMatch(/^[\p{L}\p{M}\p{N}_.-]+\.pdf$/u);
      const { status, headers } = await fetchStored(director, acting, at);
      expect.soft([status, headers['content-type']], name).toEqual([200, 'application/pdf']);
    }
  },
);
