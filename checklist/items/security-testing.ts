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
    remedy: {
      en: 'Run docker compose run --rm django python manage.py check --deploy and change the setting that each warning names; of production.py as it comes W021 is to be expected, until SECURE_HSTS_PRELOAD = True is added. W008 is wrong where the proxy redirects: name it in SILENCED_SYSTEM_CHECKS then.',
      es: 'Ejecutar docker compose run --rm django python manage.py check --deploy y cambiar el ajuste que nombra cada advertencia; con production.py de fábrica es de esperar W021, hasta agregar SECURE_HSTS_PRELOAD = True. W008 se equivoca donde el proxy redirige: incluirla entonces en SILENCED_SYSTEM_CHECKS.',
      settings: ['SECURE_HSTS_PRELOAD', 'SECURE_REFERRER_POLICY', 'SILENCED_SYSTEM_CHECKS'],
      django: ['async.E001', 'caches.W002', 'security.E023', 'security.W022'],
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
    remedy: {
      en: 'Take the findings from the gravest down: headers are SC-04 to SC-10, exposed files CS-04, old libraries a newer version in BOOTSTRAP4 or base.html, and a server that tells its version server_tokens off in nginx. For a false alarm of ZAP, mark it so in ZAP and hand in the report again.',
      es: 'Atender los hallazgos del más grave al menos grave: los encabezados son SC-04 a SC-10, los archivos expuestos CS-04, las bibliotecas viejas una versión nueva en BOOTSTRAP4 o base.html, y un servidor que dice su versión, server_tokens off en nginx. Una falsa alarma de ZAP se marca como tal en ZAP y se entrega de nuevo el reporte.',
      settings: ['BOOTSTRAP4'],
    },
    needs: ['ZAP_REPORT'],
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
    remedy: {
      en: 'In the view behind the parameter that the finding names, pass values to raw(), extra() or cursor.execute() as params instead of building the text of the query. Until that is released, block the address in the proxy, and see that the role has no more rights than it needs (DB-02).',
      es: 'En la vista del parámetro que nombra el hallazgo, pasar los valores a raw(), extra() o cursor.execute() como params en lugar de armar el texto de la consulta. Mientras se publica, bloquear esa dirección en el proxy y revisar que el rol no tenga más permisos de los necesarios (DB-02).',
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
    remedy: {
      en: 'Where the finding shows the text run, take |safe, mark_safe or autoescape off away, and write with textContent or text() instead of innerHTML or html() in scripts. A Content-Security-Policy (SC-09) is the second barrier until that is released.',
      es: 'Donde el hallazgo muestra que el texto se ejecuta, quitar |safe, mark_safe o autoescape off, y en los scripts escribir con textContent o text() en lugar de innerHTML o html(). Una Content-Security-Policy (SC-09) es la segunda barrera mientras se publica.',
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
