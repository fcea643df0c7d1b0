import type { Fault } from './fault.ts';

/** Faults of the API and of the administration. */
export const apiFaults = [
  {
    id: 'api-anonymous-open',
    items: ['AT-07'],
    description: 'The API answers without a token',
  },
  {
    id: 'api-wrong-password-200',
    items: ['AT-07'],
    description: 'A wrong password gets a token',
  },
  {
    id: 'api-token-never-checked',
    items: ['AT-07'],
    description: 'A token is believed whatever its signature and age',
  },
  {
    id: 'api-tokens-never-expire',
    items: ['AT-07'],
    description: 'An access token lasts a year',
  },
  {
    id: 'api-staff-list-open',
    items: ['AT-07'],
    description: 'Any user gets the list of customers',
  },
  {
    id: 'api-level-1-sets-passwords',
    items: ['AT-07'],
    description: 'Any user sets the password of any other, as on the real application',
  },
  {
    id: 'api-level-1-creates-users',
    items: ['AT-07'],
    description: 'Any user creates users of any level, as on the real application',
  },
  { id: 'api-refresh-broken', items: ['AT-07'], description: 'No refresh token is accepted' },
  {
    id: 'api-verify-always-200',
    items: ['AT-07'],
    description: 'Every token is said to be valid',
  },
  {
    id: 'admin-open-to-all',
    items: ['AT-02'],
    description: 'Any user opens the administration',
  },
  {
    id: 'api-token-types-mixed',
    items: ['AT-07'],
    description: 'A refresh token opens what an access token opens, and the other way round',
  },
  {
    id: 'api-token-outlives-user',
    items: ['AT-07'],
    description: 'The token of a deleted user still works',
  },
  {
    id: 'api-staff-password-lost',
    items: ['AT-07'],
    description: 'A password that staff set is not kept',
  },
  {
    id: 'api-migraciones-open',
    items: ['AT-07'],
    description: 'Any token brings in data of an older system, as on the real application',
  },
  {
    id: 'api-refusal-is-400',
    items: ['AT-07'],
    description: 'A refused sign-in is taken for a request that is badly formed',
  },
] as const satisfies readonly Fault[];
