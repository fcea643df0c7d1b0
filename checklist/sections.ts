/** The sections of the document, in its order, with the titles that the report prints. */
export const sections = {
  'critical-settings': { en: 'Critical settings', es: 'Ajustes críticos' },
  security: { en: 'Security', es: 'Seguridad' },
  database: { en: 'Database', es: 'Base de datos' },
  'static-media': { en: 'Static and media files', es: 'Archivos estáticos y de medios' },
  email: { en: 'Email', es: 'Correo electrónico' },
  'redis-celery': { en: 'Redis and Celery', es: 'Redis y Celery' },
  monitoring: { en: 'Monitoring and logs', es: 'Monitoreo y bitácoras' },
  infrastructure: { en: 'Servers, DNS and load balancer', es: 'Servidores, DNS y balanceador' },
  application: { en: 'What people do in Construbot', es: 'Lo que se hace en Construbot' },
  performance: { en: 'Performance', es: 'Rendimiento' },
  'security-testing': { en: 'Security tests', es: 'Pruebas de seguridad' },
  'pre-launch': { en: 'Before the launch', es: 'Antes de la salida' },
  'launch-day': { en: 'The day of the launch', es: 'El día de la salida' },
  documents: { en: 'Documents', es: 'Documentos' },
} as const satisfies Record<string, { readonly en: string; readonly es: string }>;

/** A section of the document; also the name of its file in `checklist/items/`. */
export type SectionId = keyof typeof sections;
