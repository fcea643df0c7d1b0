import type { ItemDefinition } from '../item.ts';

/**
 * HTTPS, cookies and protective headers.
 *
 * The document also gives the deployment check of Django under this heading, but as an instruction
 * without a tick; its ticked line is ST-01.
 */
export const security = [
  {
    id: 'SC-01',
    section: 'security',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'The TLS certificate is valid for every domain.',
      es: 'El certificado TLS es válido para todos los dominios.',
    },
    proof: {
      en: 'The chain verifies, the names cover every domain, at least 21 days are left, nothing older than TLS 1.2 is spoken, and the key has at least 2048 bits (RSA) or 256 (elliptic curve).',
      es: 'La cadena se verifica, los nombres cubren todos los dominios, quedan al menos 21 días, no se acepta nada anterior a TLS 1.2 y la llave tiene al menos 2048 bits (RSA) o 256 (curva elíptica).',
    },
    remedy: {
      en: 'Reissue the certificate for every domain (certbot certonly -d example.com -d www.example.com; Traefik: certResolver), install the full chain, and see that certbot renew --dry-run works. Allow only new protocols (nginx: ssl_protocols TLSv1.2 TLSv1.3; Traefik: minVersion VersionTLS12).',
      es: 'Volver a emitir el certificado para todos los dominios (certbot certonly -d ejemplo.com -d www.ejemplo.com; Traefik: certResolver), instalar la cadena completa y comprobar que certbot renew --dry-run funciona. Permitir solo protocolos recientes (nginx: ssl_protocols TLSv1.2 TLSv1.3; Traefik: minVersion VersionTLS12).',
    },
    needs: [],
  },
  {
    id: 'SC-02',
    section: 'security',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'The whole site is served over HTTPS.',
      es: 'Todo el sitio se sirve por HTTPS.',
    },
    proof: {
      en: 'Port 443 answers for each domain, and no crawled page loads anything over plain HTTP.',
      es: 'El puerto 443 responde en cada dominio y ninguna página recorrida carga algo por HTTP simple.',
    },
    remedy: {
      en: 'Open 443 in the firewall and serve each domain there (nginx: listen 443 ssl; Traefik: the websecure entry point). For content over plain HTTP, correct the address that the finding names: FAVICON_URL, MEDIA_URL, STATIC_URL, or one fixed in a template.',
      es: 'Abrir el 443 en el firewall y servir ahí cada dominio (nginx: listen 443 ssl; Traefik: el entry point websecure). Si hay contenido por HTTP simple, corregir la dirección que nombra el hallazgo: FAVICON_URL, MEDIA_URL, STATIC_URL o una fija en una plantilla.',
      settings: ['FAVICON_URL', 'MEDIA_URL', 'STATIC_URL'],
    },
    needs: [],
  },
  {
    id: 'SC-03',
    section: 'security',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Plain HTTP only leads to HTTPS.',
      es: 'Por HTTP simple solo se llega a HTTPS.',
    },
    proof: {
      en: 'Any path answers 301 or 308 over HTTP, to GET and to POST, and the first hop stays on the same host.',
      es: 'Por HTTP cualquier ruta responde 301 o 308, tanto a GET como a POST, y el primer salto se queda en el mismo host.',
    },
    remedy: {
      en: 'Redirect port 80 in the proxy (nginx: return 308 https://$host$request_uri, not $server_name, which changes the host; Traefik: redirections.entryPoint) and leave DJANGO_SECURE_SSL_REDIRECT at True.',
      es: 'Redirigir el puerto 80 en el proxy (nginx: return 308 https://$host$request_uri, no $server_name, que cambia de host; Traefik: redirections.entryPoint) y dejar DJANGO_SECURE_SSL_REDIRECT en True.',
      settings: ['DJANGO_SECURE_SSL_REDIRECT'],
      django: ['security.W001', 'security.W008'],
    },
    needs: [],
  },
  {
    id: 'SC-04',
    section: 'security',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Browsers are told to use nothing but HTTPS (HSTS).',
      es: 'Se indica al navegador que use únicamente HTTPS (HSTS).',
    },
    proof: {
      en: 'Strict-Transport-Security has a max-age of at least 31,536,000 seconds, includeSubDomains and preload, on 200, 302, 404 and static answers alike; the finding says which part falls short.',
      es: 'Strict-Transport-Security trae max-age de al menos 31,536,000 segundos, includeSubDomains y preload, lo mismo en respuestas 200, 302 y 404 que en las de estáticos; el hallazgo dice qué parte se queda corta.',
    },
    remedy: {
      en: 'Once every subdomain has HTTPS (there is no quick way back), set SECURE_HSTS_SECONDS = 31536000 and SECURE_HSTS_PRELOAD = True in production.py, which reads no variable for them, and place WhiteNoise below SecurityMiddleware. Or let the proxy alone send the header on everything (nginx: add_header … always).',
      es: 'Cuando todos los subdominios tengan HTTPS (no hay regreso rápido), poner SECURE_HSTS_SECONDS = 31536000 y SECURE_HSTS_PRELOAD = True en production.py, que no lee variables para ello, y colocar WhiteNoise debajo de SecurityMiddleware. O bien, que solo el proxy envíe el encabezado en todas las respuestas (nginx: add_header … always).',
      settings: [
        'SECURE_HSTS_SECONDS',
        'SECURE_HSTS_PRELOAD',
        'DJANGO_SECURE_HSTS_INCLUDE_SUBDOMAINS',
        'MIDDLEWARE',
      ],
      django: ['security.W001', 'security.W004', 'security.W005', 'security.W021'],
    },
    needs: [],
  },
  {
    id: 'SC-05',
    section: 'security',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['out'],
    line: {
      en: 'Cookies travel over HTTPS only.',
      es: 'Las cookies viajan solo por HTTPS.',
    },
    proof: {
      en: 'After signing in, sessionid and csrftoken are Secure, name a SameSite rule and belong to this one host.',
      es: 'Tras iniciar sesión, sessionid y csrftoken son Secure, declaran SameSite y pertenecen solo a este host.',
    },
    remedy: {
      en: 'Set SESSION_COOKIE_SECURE=True and CSRF_COOKIE_SECURE=True in .env (with the prefix DJANGO_, as the document has them, they are not read). Leave the domain and SameSite settings of both cookies at what Django gives.',
      es: 'Poner SESSION_COOKIE_SECURE=True y CSRF_COOKIE_SECURE=True en .env (con el prefijo DJANGO_, como las trae el documento, no se leen). Dejar el dominio y SameSite de ambas cookies como los da Django.',
      settings: [
        'SESSION_COOKIE_SECURE',
        'CSRF_COOKIE_SECURE',
        'SESSION_COOKIE_SAMESITE',
        'CSRF_COOKIE_SAMESITE',
        'SESSION_COOKIE_DOMAIN',
        'CSRF_COOKIE_DOMAIN',
      ],
      django: ['security.W010', 'security.W011', 'security.W012', 'security.W016'],
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'SC-06',
    section: 'security',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['out'],
    line: {
      en: 'Scripts cannot read the cookies.',
      es: 'Los scripts no pueden leer las cookies.',
    },
    proof: {
      en: 'sessionid is HttpOnly, and csrftoken too, as the document wants; the finding notes that Django itself no longer asks for the second.',
      es: 'sessionid es HttpOnly, y también csrftoken, como pide el documento; el hallazgo aclara que Django ya no exige lo segundo.',
    },
    remedy: {
      en: 'Set SESSION_COOKIE_HTTPONLY=True and CSRF_COOKIE_HTTPONLY=True in .env, without the prefix DJANGO_ of the document. Scripts then take the CSRF token from the form instead of the cookie.',
      es: 'Poner SESSION_COOKIE_HTTPONLY=True y CSRF_COOKIE_HTTPONLY=True en .env, sin el prefijo DJANGO_ del documento. Los scripts toman entonces el token CSRF del formulario en lugar de la cookie.',
      settings: ['SESSION_COOKIE_HTTPONLY', 'CSRF_COOKIE_HTTPONLY'],
      django: ['security.W013', 'security.W014', 'security.W015'],
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'SC-07',
    section: 'security',
    mark: 'tick',
    severity: 'critical',
    tier: 'attack',
    how: ['out'],
    line: {
      en: 'Another site cannot send forms in the name of someone who is signed in.',
      es: 'Otro sitio no puede enviar formularios a nombre de quien tiene la sesión abierta.',
    },
    proof: {
      en: 'Every form found answers 403 and changes nothing when the token is missing or wrong or when Origin or Referer is foreign; with the right ones it is accepted.',
      es: 'Cada formulario encontrado responde 403 y no cambia nada si el token falta o es incorrecto, o si Origin o Referer son ajenos; con los correctos, se acepta.',
    },
    remedy: {
      en: 'Keep CsrfViewMiddleware in MIDDLEWARE, take csrf_exempt off the view that the finding names, and list no foreign host in CSRF_TRUSTED_ORIGINS. Django 3.2 looks at Referer only; it looks at Origin from 4.0 on. If good forms are refused, the proxy does not pass Host or X-Forwarded-Proto.',
      es: 'Mantener CsrfViewMiddleware en MIDDLEWARE, quitar csrf_exempt de la vista que nombra el hallazgo y no listar hosts ajenos en CSRF_TRUSTED_ORIGINS. Django 3.2 solo revisa Referer; Origin, a partir de 4.0. Si se rechazan formularios buenos, el proxy no pasa Host o X-Forwarded-Proto.',
      settings: ['MIDDLEWARE', 'CSRF_TRUSTED_ORIGINS'],
      django: ['security.W003'],
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'SC-08',
    section: 'security',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Browsers may not guess the type of a file.',
      es: 'El navegador no puede adivinar el tipo de los archivos.',
    },
    proof: {
      en: 'X-Content-Type-Options: nosniff comes with pages, static files, media and downloads.',
      es: 'X-Content-Type-Options: nosniff llega con páginas, estáticos, medios y descargas.',
    },
    remedy: {
      en: 'Leave DJANGO_SECURE_CONTENT_TYPE_NOSNIFF at True and place WhiteNoise below SecurityMiddleware in MIDDLEWARE, so that static files get the header. For media, add it where they are served (nginx: add_header … always; CloudFront: a response headers policy), since S3 alone cannot send it.',
      es: 'Dejar DJANGO_SECURE_CONTENT_TYPE_NOSNIFF en True y colocar WhiteNoise debajo de SecurityMiddleware en MIDDLEWARE, para que los estáticos lleven el encabezado. En los medios, agregarlo donde se sirven (nginx: add_header … always; CloudFront: una política de encabezados de respuesta), pues S3 solo no puede enviarlo.',
      settings: ['DJANGO_SECURE_CONTENT_TYPE_NOSNIFF', 'MIDDLEWARE'],
      django: ['security.W001', 'security.W006'],
    },
    needs: [],
  },
  {
    id: 'SC-09',
    section: 'security',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: "The browser's barrier against injected scripts is up.",
      es: 'La barrera del navegador contra scripts inyectados está activa.',
    },
    proof: {
      en: 'X-XSS-Protection is sent, or a Content-Security-Policy forbids inline scripts; the finding says that the former is obsolete.',
      es: 'Se envía X-XSS-Protection, o bien una Content-Security-Policy prohíbe los scripts en línea; el hallazgo aclara que el primero es obsoleto.',
    },
    remedy: {
      en: "Keep SECURE_BROWSER_XSS_FILTER = True in production.py; Django 4.0 and later ignore it, so there the proxy must send a Content-Security-Policy whose script-src has no 'unsafe-inline'. Try that as Content-Security-Policy-Report-Only first: Construbot's inline scripts need a nonce or files of their own.",
      es: "Mantener SECURE_BROWSER_XSS_FILTER = True en production.py; Django 4.0 y posteriores lo ignoran, y ahí el proxy debe enviar una Content-Security-Policy cuyo script-src no lleve 'unsafe-inline'. Probarla antes como Content-Security-Policy-Report-Only: los scripts en línea de Construbot necesitan un nonce o archivos aparte.",
      settings: ['SECURE_BROWSER_XSS_FILTER'],
      django: ['security.W001'],
    },
    needs: [],
  },
  {
    id: 'SC-10',
    section: 'security',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'No other page may put Construbot in a frame.',
      es: 'Ninguna otra página puede mostrar Construbot dentro de un marco.',
    },
    proof: {
      en: 'X-Frame-Options is DENY, and a real browser refuses to show the page in a frame.',
      es: 'X-Frame-Options vale DENY y un navegador real se niega a mostrar la página en un marco.',
    },
    remedy: {
      en: "Keep X_FRAME_OPTIONS = 'DENY' in production.py (no variable changes it) and XFrameOptionsMiddleware in MIDDLEWARE. If the header is still another, the proxy overwrites it, or the view is marked xframe_options_exempt or xframe_options_sameorigin.",
      es: "Mantener X_FRAME_OPTIONS = 'DENY' en production.py (ninguna variable lo cambia) y XFrameOptionsMiddleware en MIDDLEWARE. Si el encabezado sigue siendo otro, lo reescribe el proxy o la vista está marcada con xframe_options_exempt o xframe_options_sameorigin.",
      settings: ['X_FRAME_OPTIONS', 'MIDDLEWARE'],
      django: ['security.W002', 'security.W019'],
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
