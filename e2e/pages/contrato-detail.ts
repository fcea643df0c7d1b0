import type { Locator, Page } from '@playwright/test';
import { DeleteDialog } from './components/delete-dialog.ts';
import { DetailTable } from './components/detail-table.ts';
import { Tab } from './components/tab.ts';

/** The page of one contract or subcontract. Its tabs also follow the up and down keys. */
export class ContratoDetail {
  readonly heading: Locator;
  readonly details: DetailTable;
  readonly editLink: Locator;

  readonly conceptosTab: Tab;
  readonly editCatalogueLink: Locator;

  readonly estimacionesTab: Tab;
  readonly createEstimacionLink: Locator;
  /** What stands there instead of a list while there is none; its link also leads to the form. */
  readonly noEstimacionesMessage: Locator;
  readonly estimacionDeletion: DeleteDialog;

  readonly retencionesTab: Tab;
  readonly editRetencionesLink: Locator;
  readonly noRetencionesMessage: Locator;

  /** A subcontract has no such tab. */
  readonly subcontratosTab: Tab;
  readonly addSubcontratoLink: Locator;

  readonly previewTab: Tab;
  /** Shows the PDF; gets its address when the tab is opened. */
  readonly previewObject: Locator;
  readonly noPdfMessage: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.locator('h2#arriba');
    this.details = new DetailTable(page);
    this.editLink = page.getByRole('link', { name: 'Editar Contrato', exact: true });

    this.conceptosTab = new Tab(page, 'Catálogo de Conceptos');
    this.editCatalogueLink = this.conceptosTab.panel.getByRole('link', { name: 'Editar Catálogo' });

    this.estimacionesTab = new Tab(page, 'Listado de Estimaciones');
    this.createEstimacionLink = this.estimacionesTab.panel.getByRole('link', {
      name: 'Crear estimación',
    });
    this.noEstimacionesMessage = this.estimacionesTab.panel.locator('.cont_message');
    this.estimacionDeletion = new DeleteDialog(page, '#cont_est_danger');

    this.retencionesTab = new Tab(page, 'Listado de Retenciones');
    this.editRetencionesLink = this.retencionesTab.panel.getByRole('link', {
      name: 'Editar Retenciones',
    });
    this.noRetencionesMessage = this.retencionesTab.panel.locator('.cont_message');

    this.subcontratosTab = new Tab(page, 'Subcontratos');
    this.addSubcontratoLink = this.subcontratosTab.panel.getByRole('link', {
      name: 'Agregar subcontratista',
    });

    this.previewTab = new Tab(page, 'Vista Previa del Contrato');
    this.previewObject = this.previewTab.panel.locator('object');
    this.noPdfMessage = this.previewTab.panel.locator('.cont_message');
  }

  /** A row of the catalogue, by its code. */
  concepto(code: string): Locator {
    return this.rowWith(
      this.conceptosTab,
      this.page.getByRole('cell', { name: code, exact: true }),
    );
  }

  /** A row of the list of estimates, by its running number. */
  estimacion(consecutive: number): Locator {
    return this.rowWith(this.estimacionesTab, this.estimacionLink(consecutive));
  }

  /** The link that leads to an estimate. */
  estimacionLink(consecutive: number): Locator {
    return this.page.getByRole('link', { name: `Estimación ${consecutive}`, exact: true });
  }

  /** A row of the list of retentions, by its name. */
  retencion(name: string): Locator {
    return this.rowWith(this.retencionesTab, this.page.getByRole('cell', { name, exact: true }));
  }

  /** A row of the list of subcontracts, by its short name. */
  subcontrato(shortName: string): Locator {
    return this.rowWith(
      this.subcontratosTab,
      this.page.getByRole('link', { name: shortName, exact: true }),
    );
  }

  async goto(id: number): Promise<void> {
    await this.page.goto(`/proyectos/contrato/detalle/${id}/`);
  }

  /** Opens the preview and waits until it has an address to show. */
  async openPreview(): Promise<void> {
    await this.previewTab.open();
    await this.previewObject.and(this.page.locator('[data]:not([data=""])')).waitFor();
  }

  /** Removes an estimate through the question, and waits until its row has gone. */
  async removeEstimacion(consecutive: number): Promise<void> {
    await this.estimacionesTab.open();
    const row = this.estimacion(consecutive);
    await this.estimacionDeletion.openBy(row.getByRole('link', { name: 'Eliminar', exact: true }));
    await this.estimacionDeletion.confirm();
    await row.waitFor({ state: 'detached' });
  }

  private rowWith(tab: Tab, content: Locator): Locator {
    return tab.panel.getByRole('row').filter({ has: content });
  }
}
