import { expect, test } from '../fixtures/index.ts';
import { debugMarkers } from './debug-markers.ts';

test(
  'a request for a host that is not ours is refused without internals',
  { tag: ['@CS-01', '@CS-05', '@observe'] },
  async ({ raw }) => {
    expect((await raw('/accounts/login/')).status).toBe(200);
    const { status, body } = await raw('/accounts/login/', { headers: { host: 'evil.example' } });
    expect(status).toBe(400);
    expect(body).not.toMatch(debugMarkers);
  },
);

test(
  'a form without a token is refused without internals',
  { tag: ['@CS-01', '@observe'] },
  async ({ raw }) => {
    const { status, body } = await raw('/accounts/login/', { method: 'POST', body: 'login=x' });
    expect(status).toBe(403);
    expect(body).not.toMatch(debugMarkers);
  },
);
