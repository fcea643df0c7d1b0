import type { Fault } from './fault.ts';

/** Faults of certificates, versions and ciphers; each has a listener of its own (../tls-listeners.ts). */
export const tlsFaults = [
  {
    id: 'tls-authority-unknown',
    items: ['SC-01'],
    description: 'The certificate has signed itself',
  },
  {
    id: 'tls-wrong-name',
    items: ['SC-01'],
    description: 'The certificate is for another host',
  },
  { id: 'tls-expired', items: ['SC-01'], description: 'The certificate expired yesterday' },
  {
    id: 'tls-expires-soon',
    items: ['SC-01'],
    description: 'The certificate has less than three weeks left',
  },
  { id: 'tls-weak-key', items: ['SC-01'], description: 'The key is RSA of 1024 bits' },
  {
    id: 'tls-old-versions',
    items: ['SC-01'],
    description: 'TLS 1.0 and 1.1 are spoken beside the new versions',
  },
  {
    id: 'tls-only-old-versions',
    items: ['SC-01', 'SC-02'],
    description: 'Nothing newer than TLS 1.1 is spoken',
  },
  {
    id: 'tls-no-encryption',
    items: ['SC-01'],
    description: 'Ciphers that encrypt nothing are taken',
  },
  {
    id: 'tls-no-identity',
    items: ['SC-01'],
    description: 'Ciphers that need no certificate are taken',
  },
] as const satisfies readonly Fault[];
