import { expect, test } from '@playwright/test';
import { faultOf } from '../../load/load-request.ts';
import { mixLength, officeRequests } from '../../load/office.ts';
import type { Worker } from '../../load/ways.ts';

const origin = 'https://obra.example';
const work = { contrato: 7, estimacion: 9, contract: 'Puente Norte', concept: 'E1' };
const people = ['ana', 'eva', 'ina', 'ola'].map((name): Worker => ({
  cookies: [{ name: 'sessionid', value: name }],
  saving: [
    { name: 'csrfmiddlewaretoken', value: `token of ${name}` },
    { name: 'estimateconcept_set-0-concept', value: 'Señal & poste' },
    { name: 'estimateconcept_set-0-cuantity_estimated', value: '9' },
  ],
}));
const requests = officeRequests(work, people, origin, { 'x-check': 'mine' });
const saving = requests.filter(({ method }) => method === 'POST');

test('two of fifteen save the estimate, each with its own session and token', () => {
  expect([requests.length, saving.length]).toEqual([4 * mixLength, 8]);
  for (const { page, path, headers, body } of saving) {
    expect([page, path]).toEqual(['saved estimate', '/proyectos/editar/estimacion/9/']);
    expect(headers).toMatchObject({
      'x-check': 'mine',
      'content-type': 'application/x-www-form-urlencoded',
      referer: `${origin}${path}`,
    });
    const sent = new URLSearchParams(body);
    expect(`sessionid=${sent.get('csrfmiddlewaretoken')?.split(' ').at(-1) ?? ''}`).toBe(
      headers?.['cookie'],
    );
    expect(sent.get('estimateconcept_set-0-concept')).toBe('Señal & poste');
  }
});

test('who saves next, saves other quantities', () => {
  const quantities = saving.map(({ body }) =>
    new URLSearchParams(body).get('estimateconcept_set-0-cuantity_estimated'),
  );
  expect(new Set(quantities).size).toBe(people.length);
  for (const [nth, quantity] of quantities.entries())
    expect(quantity).not.toBe(quantities[nth + 1]);
});

for (const [what, status, location, said] of [
  ['led to the contract', 302, '/proyectos/contrato/detalle/7/', undefined],
  ['led there by its whole address', 302, `${origin}/proyectos/contrato/detalle/7/`, undefined],
  ['led to the door', 302, '/accounts/login/?next=/', 'not saved, led elsewhere'],
  [
    'led to another host',
    302,
    'https://b.example/proyectos/contrato/detalle/7/',
    'not saved, led elsewhere',
  ],
  ['led nowhere', 302, undefined, 'not saved, led elsewhere'],
  ['shown the form again', 200, undefined, 'status 200, not saved'],
  ['refused', 403, undefined, 'status 403, not saved'],
] as const) {
  test(`who saves and is ${what}: ${said ?? 'saved'}`, () => {
    const check = saving[0]?.check ?? (() => 'nobody saves');
    const headers = location === undefined ? {} : { location };
    expect(faultOf(check, { status, headers, text: () => '' })).toBe(said);
  });
}
