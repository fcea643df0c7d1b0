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
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'EM-02',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['mail', 'api'],
    line: {
      en: 'A mail provider carries the messages.',
      es: 'Un proveedor de correo transporta los mensajes.',
    },
    proof: {
      en: "The provider shows in the Received headers of a message that arrived, or in its own log of that message's events.",
      es: 'El proveedor aparece en los encabezados Received de un mensaje recibido, o en su propio registro de eventos de ese mensaje.',
    },
    needs: ['MAILBOX_URL'],
  },
  {
    id: 'EM-03',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['api', 'mail'],
    line: {
      en: 'The provider has verified the domain that mail is sent from.',
      es: 'El proveedor tiene verificado el dominio desde el que se envía.',
    },
    proof: {
      en: 'The domain in From is the configured one, and the provider says that it is verified.',
      es: 'El dominio en From es el configurado, y el proveedor dice que está verificado.',
    },
    needs: ['MAIL_PROVIDER_TOKEN', 'MAILBOX_URL'],
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
    needs: ['MAILBOX_URL'],
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
    needs: ['MAILBOX_URL'],
  },
  {
    id: 'EM-08',
    section: 'email',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'The sending addresses have a clean name.',
      es: 'Las direcciones que envían tienen buena reputación.',
    },
    proof: {
      en: 'No sending IP is on any of the configured block lists (DNSBL).',
      es: 'Ninguna IP de envío está en las listas de bloqueo (DNSBL) configuradas.',
    },
    needs: ['DNSBL_ZONES'],
  },
] as const satisfies readonly ItemDefinition[];
