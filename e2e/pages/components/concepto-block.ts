import type { Locator } from '@playwright/test';
import type { InputFile } from './excel-import.ts';
import { VerticeRow, type VerticeTexts } from './vertice-row.ts';

/** The part of an estimate that belongs to one concept: measurements, quantity, images. */
export class ConceptoBlock {
  /** The text of the concept; read only. */
  readonly concepto: Locator;
  readonly observations: Locator;
  /** The quantity of this estimate: typed, or calculated from the measurements. */
  readonly quantity: Locator;
  readonly vertices: Locator;
  readonly addVerticeButton: Locator;
  readonly calculateButton: Locator;
  /** The file boxes. All share one id, so that their labels are of no use. */
  readonly images: Locator;
  readonly addImageButton: Locator;
  /** Errors under the fields of this concept. */
  readonly errors: Locator;

  constructor(readonly root: Locator) {
    this.concepto = root.getByLabel('Concepto', { exact: true });
    this.observations = root.getByLabel('Observaciones', { exact: true });
    this.quantity = root.getByLabel('Cantidad estimada', { exact: true });
    this.vertices = root.locator('.vertices');
    this.addVerticeButton = root.getByRole('button', { name: 'Agregar vértices' });
    this.calculateButton = root.getByRole('button', { name: 'Calcular', exact: true });
    this.images = root.locator('input[type="file"]');
    this.addImageButton = root.getByRole('button', { name: 'Agregar más imagenes' });
    this.errors = root.locator('.invalid-feedback');
  }

  /** A measurement, from 0. One blank row is there from the start. */
  vertice(index: number): VerticeRow {
    return new VerticeRow(this.vertices.nth(index));
  }

  /** The file box of an image, from 0. One empty box is there from the start. */
  image(index: number): Locator {
    return this.images.nth(index);
  }

  /** Marks an image for removal when the form is saved, or takes the mark back; from 0. */
  imageRemovalToggle(index: number): Locator {
    return this.root.locator('.remove_img_span').nth(index);
  }

  /** The preview links of images that are stored already. */
  get storedImages(): Locator {
    return this.root.getByRole('link', { name: 'Vista previa' });
  }

  /** Adds a row for a measurement and waits until it is there. */
  async addVertice(): Promise<void> {
    const before = await this.vertices.count();
    await this.addVerticeButton.click();
    await this.vertices.nth(before).waitFor();
  }

  /** Fills in the blank row for the first measurement and adds a row for each of the others. */
  async fillVertices(first: VerticeTexts, ...others: readonly VerticeTexts[]): Promise<void> {
    const start = (await this.vertices.count()) - 1;
    await this.vertice(start).fill(first);
    for (const [index, texts] of others.entries()) {
      await this.addVertice();
      await this.vertice(start + index + 1).fill(texts);
    }
  }

  /** Puts the sum over the measurements into the quantity; the page does that at once. */
  async calculate(): Promise<void> {
    await this.calculateButton.click();
  }

  /** Adds a box for an image and waits until it is there. */
  async addImage(): Promise<void> {
    const before = await this.images.count();
    await this.addImageButton.click();
    await this.images.nth(before).waitFor({ state: 'attached' });
  }

  /** Attaches an image, from 0; it is sent with the form. */
  async attachImage(file: InputFile, index = 0): Promise<void> {
    await this.image(index).setInputFiles(file);
  }
}
