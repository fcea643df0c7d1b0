import type { Locator, Page } from '@playwright/test';
import { Autocomplete } from './components/autocomplete.ts';
import { DateField } from './components/date-field.ts';
import { EntityForm } from './components/entity-form.ts';
import type { InputFile } from './components/excel-import.ts';

/** The plain boxes of a contract; the rest is chosen in widgets. */
export interface ContratoTexts {
  readonly code: string;
  /** YYYY-MM-DD. */
  readonly fecha: string;
  readonly name: string;
  readonly shortName: string;
  readonly monto: string;
  readonly anticipo: string;
}

/**
 * The form of a new or existing contract or subcontract. A subcontract shows no Sitio: it takes that
 * of the contract above it, and its Contraparte is a SUBCONTRATISTA.
 */
export class ContratoForm extends EntityForm {
  readonly path = '/proyectos/contrato/nuevo/';
  /** The running number, set by the application. */
  readonly folio: Locator;
  readonly code: Locator;
  readonly fecha: DateField;
  readonly name: Locator;
  readonly shortName: Locator;
  readonly contraparte: Autocomplete;
  readonly sitio: Autocomplete;
  /** Ticked while the contract is under way. */
  readonly status: Locator;
  readonly pdf: Locator;
  readonly monto: Locator;
  readonly users: Autocomplete;
  /** A percentage. */
  readonly anticipo: Locator;

  constructor(page: Page) {
    super(page);
    this.folio = page.getByLabel('Folio', { exact: true });
    this.code = page.getByLabel('Folio del contrato', { exact: true });
    this.fecha = new DateField(page.getByLabel('Fecha', { exact: true }));
    this.name = page.getByLabel('Nombre del contrato', { exact: true });
    this.shortName = page.getByLabel('Nombre corto', { exact: true });
    this.contraparte = new Autocomplete(page, '#id_contraparte');
    this.sitio = new Autocomplete(page, '#id_sitio');
    this.status = page.getByLabel('¿El proyecto sigue en curso?');
    this.pdf = page.getByLabel('PDF del Contrato');
    this.monto = page.getByLabel('Monto', { exact: true });
    this.users = new Autocomplete(page, '#id_users');
    this.anticipo = page.getByLabel('Anticipo', { exact: true });
  }

  async goto(): Promise<void> {
    await this.page.goto(this.path);
  }

  /** @param parentId the contract that the subcontract belongs to */
  async gotoSubcontrato(parentId: number): Promise<void> {
    await this.page.goto(`/proyectos/subcontrato/nuevo/${parentId}/`);
  }

  async gotoEdit(id: number): Promise<void> {
    await this.page.goto(`/proyectos/editar/contrato/${id}/`);
  }

  /** Fills in the plain boxes that are given; widgets and saving are steps of their own. */
  async fill(texts: ContratoTexts): Promise<void> {
    await this.code.fill(texts.code);
    await this.fecha.set(texts.fecha);
    await this.name.fill(texts.name);
    await this.shortName.fill(texts.shortName);
    await this.monto.fill(texts.monto);
    await this.anticipo.fill(texts.anticipo);
  }

  /** Attaches the signed contract; it is sent with the form. */
  async attachPdf(file: InputFile): Promise<void> {
    await this.pdf.setInputFiles(file);
  }
}
