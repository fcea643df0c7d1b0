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
    remedy: {
      en: 'Move the access to servers, DNS, AWS, Mailgun and Sentry into a password manager shared by at least two people, take it out of mails and chats, and link the vault with the date of its review in attestations.yaml.',
      es: 'Pasar los accesos a servidores, DNS, AWS, Mailgun y Sentry a un gestor de contraseñas compartido por al menos dos personas, quitarlos de correos y chats, y enlazar la bóveda con la fecha de su revisión en attestations.yaml.',
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
    remedy: {
      en: 'Write down the commands of a release in their order (backup, git checkout of the tag, docker compose build, up -d, showmigrations, this checklist), let somebody follow them who did not write them, and link the guide in attestations.yaml.',
      es: 'Escribir los comandos de una salida en orden (respaldo, git checkout de la etiqueta, docker compose build, up -d, showmigrations, esta lista), pedir que los siga alguien que no los escribió y enlazar la guía en attestations.yaml.',
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
    remedy: {
      en: 'Write down how to restart each service, read its log, restore a dump, renew the certificate, let a user in again and whom to call, with the commands themselves, and link the runbook in attestations.yaml.',
      es: 'Escribir cómo reiniciar cada servicio, leer su bitácora, restaurar un volcado, renovar el certificado, devolver el acceso a un usuario y a quién llamar, con los comandos mismos, y enlazar el manual en attestations.yaml.',
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
    remedy: {
      en: 'Write down the steps that the rehearsal of DB-08 proved (former tag, migrations backwards or dump to restore, restart, what to look at afterwards) and link them in attestations.yaml.',
      es: 'Escribir los pasos que probó el ensayo de DB-08 (etiqueta anterior, migraciones hacia atrás o volcado por restaurar, reinicio, qué revisar después) y enlazarlos en attestations.yaml.',
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
    remedy: {
      en: 'Write down how everything is made anew from nothing (server, DNS, .env from the vault, newest dump from the other region, media bucket), how much data and how many hours may be lost, and rehearse it each quarter; link the plan in attestations.yaml.',
      es: 'Escribir cómo se rehace todo desde cero (servidor, DNS, .env desde la bóveda, volcado más reciente de la otra región, bucket de medios), cuántos datos y cuántas horas se pueden perder, y ensayarlo cada trimestre; enlazar el plan en attestations.yaml.',
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
