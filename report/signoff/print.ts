import { chromium } from '@playwright/test';
import { browserArguments } from '../../fixtures/browser-choice.ts';
import { mostPrinted } from './page/findings.ts';

/** The page as PDF in each language. */
export type Prints = Readonly<Record<'es' | 'en', Uint8Array>>;

/**
 * Prints the page of a sign-off on A4, once in each language: what was found (as far as it
 * weighs most), and what somebody stands for, is unfolded; each sheet has its number.
 *
 * @param page the page as HTML
 * @param executablePath the browser; Playwright's own when it is not given
 * @returns the PDF of each language
 * @throws when no browser can be started
 */
export async function printed(page: string, executablePath: string | undefined): Promise<Prints> {
  const browser = await chromium.launch({
    args: [...browserArguments],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const print = async (language: string): Promise<Buffer> => {
      const sheet = await browser.newPage();
      await sheet.setContent(page);
      await sheet.evaluate(
        ({ id, most }) => {
          for (const part of document.querySelectorAll('details')) {
            part.open = part.querySelector('.waived, .attested') !== null;
          }
          const findings = [...document.querySelectorAll<HTMLDetailsElement>('details.finding')];
          for (const finding of findings.slice(0, most)) finding.open = true;
          document.querySelector<HTMLInputElement>(`input#${id}`)?.click();
          document.documentElement.lang = id;
        },
        { id: language, most: mostPrinted },
      );
      return sheet.pdf({
        format: 'A4',
        printBackground: true,
        displayHeaderFooter: true,
        tagged: true,
        headerTemplate: '<span></span>',
        footerTemplate:
          '<p style="font-size:7pt;width:100%;text-align:center;color:#5a6472"><span class="title"></span> · <span class="pageNumber"></span> / <span class="totalPages"></span></p>',
        margin: { top: '14mm', bottom: '16mm', left: '14mm', right: '14mm' },
      });
    };
    const [es, en] = await Promise.all([print('es'), print('en')]);
    return { es, en };
  } finally {
    await browser.close();
  }
}
