import type { Locator, Page } from '@playwright/test';
import { Autocomplete } from './components/autocomplete.ts';
import { ConceptoBlock } from './components/concepto-block.ts';
import { DateField } from './components/date-field.ts';
import { EntityForm } from './components/entity-form.ts';
import { Select2 } from './components/select2.ts';

/** The form of a new or existing estimate. It shows one concept of the contract at a time. */
export class EstimacionForm extends EntityForm {
  readonly heading: Locator;
  /** The running number, set by the application. */
  readonly consecutive: Locator;
  readonly supervisedBy: Autocomplete;
  readonly startDate: DateField;
  readonly finishDate: DateField;
  /** Who signs the estimate, for the client. */
  readonly authBy: Autocomplete;
  /** Who signs the generador, for the client. */
  readonly authByGen: Autocomplete;
  readonly authDate: DateField;
  readonly paid: Locator;
  readonly invoiced: Locator;
  readonly paymentDate: DateField;
  readonly showAnticipo: Locator;
  readonly showRetenciones: Locator;
  readonly conceptoSelector: Select2;
  /** The parts of all concepts, of which all but one are out of sight. */
  readonly conceptos: Locator;

  constructor(page: Page) {
    super(page);
    this.heading = page.getByRole('heading', { level: 3, name: 'Projecto:' });
    this.consecutive = page.getByLabel('Consecutivo', { exact: true });
    this.supervisedBy = new Autocomplete(page, '#id_supervised_by');
    this.startDate = new DateField(page.getByLabel('Fecha de inicio', { exact: true }));
    this.finishDate = new DateField(page.getByLabel('Fecha de finalización', { exact: true }));
    this.authBy = new Autocomplete(page, '#id_auth_by');
    this.authByGen = new Autocomplete(page, '#id_auth_by_gen');
    this.authDate = new DateField(page.getByLabel('Fecha de autorización', { exact: true }));
    this.paid = page.getByLabel('¿Pagada?', { exact: true });
    this.invoiced = page.getByLabel('¿Facturada?', { exact: true });
    this.paymentDate = new DateField(page.getByLabel('Fecha de pago', { exact: true }));
    this.showAnticipo = page.getByLabel('Mostrar anticipo', { exact: true });
    this.showRetenciones = page.getByLabel('Mostrar retenciones', { exact: true });
    this.conceptoSelector = new Select2(page, '.concept-selector');
    this.conceptos = page.locator('form [data-id]');
  }

  /** The part of a concept, by its code, whether or not it is the one shown. */
  concepto(code: string): ConceptoBlock {
    return new ConceptoBlock(this.page.locator(`form [data-id=${JSON.stringify(code)}]`));
  }

  async goto(contratoId: number): Promise<void> {
    await this.page.goto(`/proyectos/estimacion/nuevo/${contratoId}/`);
  }

  async gotoEdit(id: number): Promise<void> {
    await this.page.goto(`/proyectos/editar/estimacion/${id}/`);
  }

  /**
   * Chooses the concept to work on and waits until its part is the one shown.
   * @param text the text of the concept; the list shows it after the code, cut at 100 characters
   */
  async showConcepto(code: string, text: string): Promise<void> {
    await this.conceptoSelector.choose(`${code}. ${text}`);
    await this.concepto(code).root.and(this.page.locator('.d-appear')).waitFor();
  }
}
