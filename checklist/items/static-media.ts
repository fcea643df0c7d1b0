import type { ItemDefinition } from '../item.ts';

/** Static files and uploaded media. */
export const staticMedia = [
  {
    id: 'SM-01',
    section: 'static-media',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out', 'shell'],
    line: {
      en: 'Every static file that the pages use is there.',
      es: 'Están todos los archivos estáticos que usan las páginas.',
    },
    proof: {
      en: 'Each static address that a crawled page names, those of the admin included, answers 200 with the right MIME type.',
      es: 'Cada dirección de estáticos que nombra una página recorrida, incluidas las del admin, responde 200 con el tipo MIME correcto.',
    },
    needs: [],
  },
  {
    id: 'SM-02',
    section: 'static-media',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'WhiteNoise serves the static files so that browsers can keep them.',
      es: 'WhiteNoise sirve los estáticos de modo que el navegador pueda conservarlos.',
    },
    proof: {
      en: 'Names carry a hash, caching is immutable and far in the future, and a repeated request with its ETag gets 304.',
      es: 'Los nombres llevan hash, la caché es inmutable y de largo plazo, y repetir la petición con su ETag da 304.',
    },
    needs: [],
  },
  {
    id: 'SM-03',
    section: 'static-media',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'A CDN delivers the static files.',
      es: 'Una CDN entrega los archivos estáticos.',
    },
    proof: {
      en: 'They come from another host, or with the headers of a CDN.',
      es: 'Llegan de otro host, o con los encabezados de una CDN.',
    },
    needs: [],
  },
  {
    id: 'SM-04',
    section: 'static-media',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Answers travel compressed.',
      es: 'Las respuestas viajan comprimidas.',
    },
    proof: {
      en: 'When gzip or br is offered, the body is smaller and Vary names Accept-Encoding; HTML too, unless it is left out on purpose because of BREACH.',
      es: 'Si se ofrece gzip o br, el cuerpo es menor y Vary menciona Accept-Encoding; también el HTML, salvo que se excluya a propósito por BREACH.',
    },
    needs: [],
  },
  {
    id: 'SM-05',
    section: 'static-media',
    mark: 'tick',
    severity: 'critical',
    tier: 'write',
    how: ['out', 's3'],
    line: {
      en: 'Uploaded files are kept and come back.',
      es: 'Los archivos subidos se guardan y se recuperan.',
    },
    proof: {
      en: 'An uploaded image comes back byte for byte, or in the documented smaller size; where a bucket is used, it lies there under the expected key.',
      es: 'Una imagen subida regresa byte por byte, o en el tamaño reducido que está documentado; si se usa un bucket, está ahí con la clave esperada.',
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'SM-06',
    section: 'static-media',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out', 's3'],
    line: {
      en: 'The bucket shows strangers nothing that it should not.',
      es: 'El bucket no le muestra a un extraño nada de más.',
    },
    proof: {
      en: 'Listing is refused, public ACLs are off, and reading without a signature answers as configured.',
      es: 'Se niega el listado, las ACL públicas están apagadas y la lectura sin firma responde según lo configurado.',
    },
    needs: ['S3_BUCKET'],
  },
  {
    id: 'SM-07',
    section: 'static-media',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Only the intended sites may read answers from another domain (CORS).',
      es: 'Solo los sitios previstos pueden leer respuestas desde otro dominio (CORS).',
    },
    proof: {
      en: 'A foreign Origin that sends credentials is not reflected in Access-Control-Allow-Origin.',
      es: 'Un Origin ajeno que envía credenciales no se refleja en Access-Control-Allow-Origin.',
    },
    needs: [],
  },
  {
    id: 'SM-08',
    section: 'static-media',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'A CDN delivers the uploaded files.',
      es: 'Una CDN entrega los archivos subidos.',
    },
    proof: {
      en: 'Uploaded files come from another host than the application and the bucket, or with the headers of a CDN.',
      es: 'Los archivos subidos llegan de un host distinto de la aplicación y del bucket, o con los encabezados de una CDN.',
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
