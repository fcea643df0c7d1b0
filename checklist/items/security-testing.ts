import type { ItemDefinition } from '../item.ts';

/** Hostile tests, and Django's own check of its settings. */
export const securityTesting = [
  {
    id: 'ST-01',
    section: 'security-testing',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'Django itself has nothing to say against the settings.',
      es: 'Django mismo no tiene nada que objetar a los ajustes.',
    },
    proof: {
      en: 'check --deploy prints no warning; each W0xx stands beside the finding from outside that confirms or contradicts it.',
      es: 'check --deploy no imprime ninguna advertencia; cada W0xx aparece junto al hallazgo externo que la confirma o la contradice.',
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'ST-02',
    section: 'security-testing',
    mark: 'tick',
    severity: 'critical',
    tier: 'attack',
    how: ['out'],
    line: {
      en: 'A scan finds no serious known weakness.',
      es: 'Un escaneo no encuentra debilidades conocidas graves.',
    },
    proof: {
      en: 'Neither our own passive rules on every crawled page nor, where one is given, an OWASP ZAP report shows a high or critical finding.',
      es: 'Ni las reglas pasivas propias en cada página recorrida ni, si se entrega, un reporte de OWASP ZAP muestran hallazgos altos o críticos.',
    },
    needs: [],
  },
  {
    id: 'ST-03',
    section: 'security-testing',
    mark: 'tick',
    severity: 'critical',
    tier: 'attack',
    how: ['out'],
    line: {
      en: 'What people type never becomes SQL.',
      es: 'Lo que se teclea nunca se convierte en SQL.',
    },
    proof: {
      en: 'On every parameter, error, boolean and timed probes behave like their controls.',
      es: 'En cada parámetro, las pruebas por error, booleanas y por tiempo se comportan igual que sus controles.',
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'ST-04',
    section: 'security-testing',
    mark: 'tick',
    severity: 'critical',
    tier: 'attack',
    how: ['out'],
    line: {
      en: 'What people type never becomes a script.',
      es: 'Lo que se teclea nunca se convierte en un script.',
    },
    proof: {
      en: 'Stored and reflected canaries are not executed by a real browser on any page that shows the data, print pages included.',
      es: 'Un navegador real no ejecuta los señuelos almacenados ni los reflejados en ninguna página que muestre los datos, incluidas las de impresión.',
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'ST-05',
    section: 'security-testing',
    mark: 'tick',
    severity: 'critical',
    tier: 'attack',
    how: ['out'],
    line: {
      en: 'Forged requests from other sites are tried and refused.',
      es: 'Se intentan peticiones falsificadas desde otros sitios y se rechazan.',
    },
    proof: { en: 'The verdict of SC-07.', es: 'El veredicto de SC-07.' },
    repeats: ['SC-07'],
    needs: ['ACCOUNT_USERNAME'],
  },
] as const satisfies readonly ItemDefinition[];
