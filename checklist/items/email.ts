import type { ItemDefinition } from '../item.ts';

/** The mail service and what becomes of its messages. */
export const email = [
  {
    id: 'EM-01',
    section: 'email',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The application hands its mail to a backend that really sends it.',
      es: 'La aplicación entrega su correo a un backend que sí lo envía.',
    },
    proof: {
      en: 'The class of the mail backend is none of console, locmem, file and dummy.',
      es: 'La clase del backend de correo no es console, locmem, filebased ni dummy.',
    },
    remedy: {
      en: 'production.py fixes EMAIL_BACKEND to anymail.backends.mailgun.EmailBackend, and DJANGO_EMAIL_BACKEND changes it only under other settings. If another one is in force, the process does not run production.py (CS-08), or somebody edited that line.',
      es: 'production.py fija EMAIL_BACKEND en anymail.backends.mailgun.EmailBackend, y DJANGO_EMAIL_BACKEND solo lo cambia con otros ajustes. Si rige otro, el proceso no usa production.py (CS-08) o alguien editó esa línea.',
      settings: ['EMAIL_BACKEND', 'DJANGO_SETTINGS_MODULE'],
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'EM-02',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['mail'],
    line: {
      en: 'A mail provider carries the messages.',
      es: 'Un proveedor de correo transporta los mensajes.',
    },
    proof: {
      en: 'The provider shows in the Received headers of a message that arrived.',
      es: 'El proveedor aparece en los encabezados Received de un mensaje recibido.',
    },
    remedy: {
      en: "Put the key in DJANGO_MAILGUN_API_KEY (the document's MAILGUN_API_KEY is not read) and the domain in MAILGUN_SENDER_DOMAIN, recreate the containers, and look for the message in the provider's log. A domain in Mailgun's EU region also needs MAILGUN_API_URL within ANYMAIL.",
      es: 'Poner la llave en DJANGO_MAILGUN_API_KEY (MAILGUN_API_KEY, del documento, no se lee) y el dominio en MAILGUN_SENDER_DOMAIN, recrear los contenedores y buscar el mensaje en el registro del proveedor. Un dominio en la región europea de Mailgun necesita además MAILGUN_API_URL dentro de ANYMAIL.',
      settings: ['DJANGO_MAILGUN_API_KEY', 'MAILGUN_SENDER_DOMAIN', 'ANYMAIL'],
    },
    needs: ['MAILBOX_URL'],
  },
  {
    id: 'EM-03',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['mail', 'out'],
    line: {
      en: 'The provider has verified the domain that mail is sent from.',
      es: 'El proveedor tiene verificado el dominio desde el que se envía.',
    },
    proof: {
      en: 'The domain in From is the configured one, and a signature that the provider made for it verifies by the key in DNS, as the provider itself verifies it.',
      es: 'El dominio en From es el configurado, y una firma que el proveedor hizo para él se verifica con la llave en el DNS, como la verifica el propio proveedor.',
    },
    remedy: {
      en: "Create in DNS the records that the provider shows for the domain and have it verify them. DJANGO_DEFAULT_FROM_EMAIL must name an address of that domain: unset, or under the document's name DEFAULT_FROM_EMAIL, mail leaves as noreply@construbot.org.",
      es: 'Crear en el DNS los registros que muestra el proveedor para el dominio y pedirle que los verifique. DJANGO_DEFAULT_FROM_EMAIL debe llevar una dirección de ese dominio: sin definirla, o con el nombre DEFAULT_FROM_EMAIL del documento, el correo sale como noreply@construbot.org.',
      settings: ['DJANGO_DEFAULT_FROM_EMAIL', 'DJANGO_SERVER_EMAIL', 'MAILGUN_SENDER_DOMAIN'],
    },
    needs: ['MAIL_DOMAIN', 'MAILBOX_URL'],
  },
  {
    id: 'EM-04',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['out', 'mail'],
    line: {
      en: 'SPF, DKIM and DMARC tell receivers that the mail is genuine.',
      es: 'SPF, DKIM y DMARC le confirman a quien recibe que el correo es auténtico.',
    },
    proof: {
      en: 'The three records parse and are strict enough; on a message that arrived, SPF and DKIM verify again and are aligned with From.',
      es: 'Los tres registros se leen sin error y son lo bastante estrictos; en un mensaje recibido, SPF y DKIM se verifican de nuevo y están alineados con From.',
    },
    remedy: {
      en: "Publish one SPF record with the provider's include that ends in ~all or -all, the DKIM key that it gives, and _dmarc with p=quarantine or p=reject. For alignment, the domain in DJANGO_DEFAULT_FROM_EMAIL must be MAILGUN_SENDER_DOMAIN or a parent of it.",
      es: 'Publicar un solo registro SPF con el include del proveedor que termine en ~all o -all, la llave DKIM que este da y _dmarc con p=quarantine o p=reject. Para la alineación, el dominio de DJANGO_DEFAULT_FROM_EMAIL debe ser MAILGUN_SENDER_DOMAIN o un dominio padre suyo.',
      settings: ['DJANGO_DEFAULT_FROM_EMAIL', 'MAILGUN_SENDER_DOMAIN'],
    },
    needs: ['MAIL_DOMAIN', 'MAILBOX_URL'],
  },
  {
    id: 'EM-05',
    section: 'email',
    mark: 'tick',
    severity: 'critical',
    tier: 'write',
    // The page answers alike whether or not a message left, so only a mailbox can tell.
    how: ['out', 'mail', 'shell'],
    line: {
      en: 'The application sends a message when it should.',
      es: 'La aplicación envía un mensaje cuando debe.',
    },
    proof: {
      en: 'A password reset asked for on the page makes a message leave.',
      es: 'Pedir en la página el restablecimiento de contraseña hace que salga un mensaje.',
    },
    remedy: {
      en: 'Look for AnymailRequestsAPIError in docker compose logs django or Sentry: 401 means DJANGO_MAILGUN_API_KEY, 404 means MAILGUN_SENDER_DOMAIN, and a timeout that the server cannot reach the provider over HTTPS. If the page itself answers 429, the limit of ACCOUNT_RATE_LIMITS was reached: wait a minute.',
      es: 'Buscar AnymailRequestsAPIError en docker compose logs django o en Sentry: 401 apunta a DJANGO_MAILGUN_API_KEY, 404 a MAILGUN_SENDER_DOMAIN, y un tiempo agotado a que el servidor no llega al proveedor por HTTPS. Si la propia página responde 429, se alcanzó el límite de ACCOUNT_RATE_LIMITS: esperar un minuto.',
      settings: ['DJANGO_MAILGUN_API_KEY', 'MAILGUN_SENDER_DOMAIN', 'ACCOUNT_RATE_LIMITS'],
    },
    needs: ['MAILBOX_URL'],
  },
  {
    id: 'EM-06',
    section: 'email',
    mark: 'tick',
    severity: 'critical',
    tier: 'write',
    how: ['mail'],
    line: {
      en: 'Mail reaches the inbox, and soon.',
      es: 'El correo llega a la bandeja de entrada, y pronto.',
    },
    proof: {
      en: 'The message arrives within the time allowed and outside the spam folder; the report tells how long it took.',
      es: 'El mensaje llega dentro del tiempo permitido y fuera de la carpeta de spam; el reporte dice cuánto tardó.',
    },
    remedy: {
      en: "Look the message up in the provider's log: suppressed or bounced, take the address off the suppression list; deferred, read the receiver's answer; delivered, it lies in spam, so see EM-04, EM-07 and EM-08.",
      es: 'Buscar el mensaje en el registro del proveedor: si está suprimido o rebotado, quitar la dirección de la lista de supresión; si está diferido, leer la respuesta del receptor; si se entregó, está en spam: ver EM-04, EM-07 y EM-08.',
    },
    needs: ['MAILBOX_URL'],
  },
  {
    id: 'EM-07',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['mail'],
    line: {
      en: 'Spam filters do not take the messages for spam.',
      es: 'Los filtros no toman los mensajes por spam.',
    },
    proof: {
      en: 'The score in the headers of the received message, or from a scorer that the operator has, is below 5.',
      es: 'La puntuación en los encabezados del mensaje recibido, o la de un evaluador del operador, es menor que 5.',
    },
    remedy: {
      en: "Read in the message's headers which rules scored. SPF, DKIM and DMARC lead to EM-04 and the address to EM-08; links to a foreign host come from the provider's click tracking, to be turned off or put on a subdomain of one's own.",
      es: 'Leer en los encabezados del mensaje qué reglas sumaron puntos. SPF, DKIM y DMARC llevan a EM-04 y la dirección IP a EM-08; los enlaces a un host ajeno vienen del rastreo de clics del proveedor, que hay que apagar o poner en un subdominio propio.',
    },
    needs: ['MAILBOX_URL'],
  },
  {
    id: 'EM-08',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['mail', 'out'],
    line: {
      en: 'The sending addresses have a clean name.',
      es: 'Las direcciones que envían tienen buena reputación.',
    },
    proof: {
      en: 'The IP that handed a message over is on none of the configured block lists (DNSBL).',
      es: 'La IP que entregó un mensaje no está en ninguna de las listas de bloqueo (DNSBL) configuradas.',
    },
    remedy: {
      en: 'Ask the list that the finding names to remove the address, once what got it there has stopped (an account taken over, mail to bought addresses). On addresses shared by a provider, ask it for another pool or a dedicated IP.',
      es: 'Pedir a la lista que nombra el hallazgo que retire la dirección, una vez que cesó la causa (una cuenta tomada, envíos a direcciones compradas). Si la IP es compartida, pedir al proveedor otro grupo o una IP dedicada.',
    },
    needs: ['DNSBL_ZONES', 'MAILBOX_URL'],
  },
] as const satisfies readonly ItemDefinition[];
