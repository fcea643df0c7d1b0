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
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
