import type { Locator } from '@playwright/test';

export interface VerticeTexts {
  readonly nombre: string;
  readonly largo: string;
  readonly ancho: string;
  readonly alto: string;
  readonly piezas: string;
}

/** One measurement of a concept: what "Calcular" multiplies and sums. */
export class VerticeRow {
  readonly nombre: Locator;
  readonly largo: Locator;
  readonly ancho: Locator;
  readonly alto: Locator;
  readonly piezas: Locator;
  /** Marks the row for removal when the form is saved, or takes the mark back. */
  readonly removalToggle: Locator;
  /** Where the mark is kept; out of sight. */
  readonly removalMark: Locator;

  constructor(readonly root: Locator) {
    this.nombre = root.getByLabel('Nombre del Vertice', { exact: true });
    this.largo = root.getByLabel('Largo', { exact: true });
    this.ancho = root.getByLabel('Ancho', { exact: true });
    this.alto = root.getByLabel('Alto', { exact: true });
    this.piezas = root.getByLabel('Número de piezas', { exact: true });
    this.removalToggle = root.locator('.remove_ver_div');
    this.removalMark = root.locator('[name$="-DELETE"]');
  }

  /** Fills in the whole row: a row that was added must not stay blank. */
  async fill(texts: VerticeTexts): Promise<void> {
    await this.nombre.fill(texts.nombre);
    await this.largo.fill(texts.largo);
    await this.ancho.fill(texts.ancho);
    await this.alto.fill(texts.alto);
    await this.piezas.fill(texts.piezas);
  }
}
