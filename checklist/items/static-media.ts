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
    remedy: {
      en: 'Restart the django service, whose start runs collectstatic, and look for its error in docker compose logs django. Files under CACHE/ are made by the compressor and lie in the bucket (COMPRESS_STORAGE): if those are missing, check its credentials (SM-05) or set COMPRESS_ENABLED=False.',
      es: 'Reiniciar el servicio django, cuyo arranque ejecuta collectstatic, y buscar el error en docker compose logs django. Los archivos bajo CACHE/ los genera el compresor y están en el bucket (COMPRESS_STORAGE): si faltan esos, revisar sus credenciales (SM-05) o poner COMPRESS_ENABLED=False.',
      settings: ['STATIC_ROOT', 'COMPRESS_STORAGE', 'COMPRESS_ENABLED'],
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
    remedy: {
      en: "Keep WhiteNoiseMiddleware in MIDDLEWARE and STATICFILES_STORAGE at WhiteNoise's CompressedManifestStaticFilesStorage; Django 5.1 and later read it from STORAGES only. Where nginx serves /static/, give it expires 1y, Cache-Control immutable and etag on.",
      es: 'Mantener WhiteNoiseMiddleware en MIDDLEWARE y STATICFILES_STORAGE en CompressedManifestStaticFilesStorage de WhiteNoise; Django 5.1 y posteriores lo leen solo de STORAGES. Si nginx sirve /static/, ponerle expires 1y, Cache-Control immutable y etag on.',
      settings: ['MIDDLEWARE', 'STATICFILES_STORAGE', 'STORAGES'],
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
    remedy: {
      en: 'Create a distribution (CloudFront, Cloudflare) with the site as its origin for /static/*, and set STATIC_URL to its address in the settings; or lead the whole domain through the CDN.',
      es: 'Crear una distribución (CloudFront, Cloudflare) que tome /static/* del propio sitio y poner su dirección en STATIC_URL dentro de los ajustes; o pasar el dominio completo por la CDN.',
      settings: ['STATIC_URL'],
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
    remedy: {
      en: 'In nginx set gzip on, gzip_vary on and gzip_proxied any, and name CSS, JavaScript, SVG and JSON in gzip_types; in Traefik add the compress middleware. WhiteNoise compresses static files in collectstatic, to br only if the package Brotli is in the image.',
      es: 'En nginx poner gzip on, gzip_vary on y gzip_proxied any, e incluir CSS, JavaScript, SVG y JSON en gzip_types; en Traefik, agregar el middleware compress. WhiteNoise comprime los estáticos en collectstatic; a br, solo si el paquete Brotli está en la imagen.',
      settings: ['STATICFILES_STORAGE'],
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
    remedy: {
      en: "Look for botocore errors in docker compose logs django: AccessDenied and NoSuchBucket lead to DJANGO_AWS_* in .env (the document's names, without DJANGO_, are not read) and to the IAM policy (s3:GetObject, PutObject, DeleteObject, ListBucket). A file that is stored but answers 403 needs AWS_QUERYSTRING_AUTH = True in production.py, and COMPRESS_ENABLED=False, as the compressor keeps signed addresses past their time.",
      es: 'Buscar errores de botocore en docker compose logs django: AccessDenied y NoSuchBucket llevan a DJANGO_AWS_* en .env (los nombres del documento, sin DJANGO_, no se leen) y a la política de IAM (s3:GetObject, PutObject, DeleteObject, ListBucket). Un archivo que se guarda pero responde 403 necesita AWS_QUERYSTRING_AUTH = True en production.py y COMPRESS_ENABLED=False, pues el compresor conserva las direcciones firmadas más allá de su vigencia.',
      settings: [
        'DJANGO_AWS_ACCESS_KEY_ID',
        'DJANGO_AWS_SECRET_ACCESS_KEY',
        'DJANGO_AWS_STORAGE_BUCKET_NAME',
        'AWS_QUERYSTRING_AUTH',
        'COMPRESS_ENABLED',
        'DEFAULT_FILE_STORAGE',
      ],
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
    remedy: {
      en: 'Turn on Block Public Access for the bucket (aws s3api put-public-access-block) and take every statement with Principal * and s3:ListBucket out of its policy. Private files then need signed addresses: AWS_QUERYSTRING_AUTH, as in SM-05; leave AWS_DEFAULT_ACL unset.',
      es: 'Activar Block Public Access en el bucket (aws s3api put-public-access-block) y quitar de su política toda declaración con Principal * y s3:ListBucket. Los archivos privados necesitan entonces direcciones firmadas: AWS_QUERYSTRING_AUTH, como en SM-05; dejar AWS_DEFAULT_ACL sin definir.',
      settings: ['AWS_QUERYSTRING_AUTH', 'AWS_DEFAULT_ACL'],
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
    remedy: {
      en: 'Construbot sends no CORS header itself, so look in the proxy (add_header Access-Control-Allow-Origin $http_origin) and in the CORS rules of the bucket, and name exact origins there. If django-cors-headers was added: CORS_ALLOWED_ORIGINS, never CORS_ALLOW_ALL_ORIGINS.',
      es: 'Construbot no envía por sí mismo encabezados CORS: buscar en el proxy (add_header Access-Control-Allow-Origin $http_origin) y en las reglas CORS del bucket, y nombrar ahí orígenes exactos. Si se agregó django-cors-headers: CORS_ALLOWED_ORIGINS, nunca CORS_ALLOW_ALL_ORIGINS.',
      settings: ['CORS_ALLOWED_ORIGINS', 'CORS_ALLOW_ALL_ORIGINS'],
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
    remedy: {
      en: 'Create a CloudFront distribution with the bucket as its origin (origin access control) and set AWS_S3_CUSTOM_DOMAIN and MEDIA_URL to its host in production.py.',
      es: 'Crear una distribución de CloudFront con el bucket como origen (origin access control) y poner su host en AWS_S3_CUSTOM_DOMAIN y MEDIA_URL dentro de production.py.',
      settings: ['AWS_S3_CUSTOM_DOMAIN', 'MEDIA_URL'],
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
