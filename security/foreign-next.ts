/** Addresses that lead elsewhere in a browser, or would run as script, by how they are made. */
export const foreignNext = {
  'another host': (): string[] => [
    'https://otro.example/',
    'http://otro.example/',
    '//otro.example/',
    'ftp://otro.example/',
  ],
  // The URL standard has a browser drop tabs, and read `\` as `/` and any number of them as two.
  'odd slashes': (): string[] => [
    '///otro.example/',
    '/\\otro.example/',
    '\\\\otro.example/',
    '/\t/otro.example/',
    '\t//otro.example/',
    'https:/otro.example/',
    'https:///otro.example/',
    'http:otro.example/',
  ],
  'a script': (): string[] => [
    'javascript:alert(1)//',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
  ],
  'an address encoded twice': (): string[] => [
    '%2F%2Fotro.example/',
    '/%5Cotro.example/',
    'https%3A%2F%2Fotro.example/',
  ],
  /** Those that are made to look like an address of a host. */
  'its own name in another': (own: string): string[] => [
    `https://${own}@otro.example/`,
    `https://${own}.otro.example/`,
    `https://otro.example/${own}`,
    `//otro.example/?${own}`,
    `https://otro.example\\@${own}/`,
  ],
} as const;

export type How = keyof typeof foreignNext;

/** The ways in which they are made. */
export const hows = Object.keys(foreignNext) as readonly How[];

/** What other applications call the address that is to be followed. */
export const otherNames = ['url', 'redirect', 'redirect_to', 'return', 'return_to', 'continue'];
