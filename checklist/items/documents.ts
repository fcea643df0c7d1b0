import type { ItemDefinition } from '../item.ts';

/** The documents that operators must be able to find. */
export const documents = [
  {
    id: 'DO-01',
    section: 'documents',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'It is written down where the access to the servers is kept, and it is safe there.',
      es: 'Está escrito dónde se guardan los accesos a los servidores, y ahí están seguros.',
    },
    proof: {
      en: 'A person attests the link to the credentials store and the date of its last review; never the credentials.',
      es: 'Una persona da fe del enlace al almacén de credenciales y de la fecha de su última revisión; nunca de las credenciales.',
    },
    needs: [],
  },
  {
    id: 'DO-02',
    section: 'documents',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'It is written down how a release is put into production.',
      es: 'Está escrito cómo se pone una versión en producción.',
    },
    proof: {
      en: 'A person attests the link to the deployment guide and the date of its last review.',
      es: 'Una persona da fe del enlace a la guía de despliegue y de la fecha de su última revisión.',
    },
    needs: [],
  },
  {
    id: 'DO-03',
    section: 'documents',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'A runbook tells how the everyday tasks of operation are done.',
      es: 'Un manual de operación dice cómo se hacen las tareas de todos los días.',
    },
    proof: {
      en: 'A person attests the link to the runbook and the date of its last review.',
      es: 'Una persona da fe del enlace al manual de operación y de la fecha de su última revisión.',
    },
    needs: [],
  },
  {
    id: 'DO-04',
    section: 'documents',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'It is written down how to return to the former release.',
      es: 'Está escrito cómo volver a la versión anterior.',
    },
    proof: {
      en: 'A person attests the link to the rollback steps and the date of their last review.',
      es: 'Una persona da fe del enlace a los pasos de reversión y de la fecha de su última revisión.',
    },
    needs: [],
  },
  {
    id: 'DO-05',
    section: 'documents',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'There is a plan for the day when everything is lost.',
      es: 'Hay un plan para el día en que se pierda todo.',
    },
    proof: {
      en: 'A person attests the link to the disaster recovery plan and the date of its last review.',
      es: 'Una persona da fe del enlace al plan de recuperación ante desastres y de la fecha de su última revisión.',
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
