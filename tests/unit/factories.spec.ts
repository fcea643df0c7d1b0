import { expect, test } from '@playwright/test';
import { Factories, type FactoriesOptions } from '../../fixtures/factories/index.ts';

const options: FactoriesOptions = { seed: 7, runId: 'abcdefghij12', slot: 3 };

/** One of everything, in a fixed order. */
function everything(factories: Factories): object {
  return {
    compania: factories.compania(),
    contraparte: factories.contraparte(),
    sitio: factories.sitio(),
    destinatario: factories.destinatario(),
    contrato: factories.contrato(),
    concepto: factories.concepto(),
    porcentaje: factories.retencion(),
    monto: factories.retencion({ tipo: 'AMOUNT' }),
    estimacion: factories.estimacion(),
    vertice: factories.vertice(),
    persona: factories.persona(),
  };
}

const make = (changes: Partial<FactoriesOptions> = {}): Factories =>
  new Factories({ ...options, ...changes });

test('the same seed and slot give the same data', () => {
  expect(everything(make())).toEqual(everything(make()));
});

for (const changes of [
  { seed: 8 },
  { slot: 4 },
  { runId: 'other1' },
  { test: 'a' },
  { test: 'a', repeat: 1 },
]) {
  test(`other data with ${JSON.stringify(changes)}`, () => {
    expect(everything(make(changes))).not.toEqual(everything(make()));
  });
}

test('the data of a test does not depend on the slot that it lands on', () => {
  const on = (slot: number) => everything(make({ slot, test: 'a', repeat: 2 }));
  expect(on(0)).toEqual(on(1));
});

test('repetitions and tests of a run never share a name', () => {
  const names = Array.from({ length: 50 }, (_, repeat) =>
    ['a', 'b'].map((id) => make({ test: id, repeat }).contraparte().nombre),
  ).flat();
  expect(new Set(names).size).toBe(names.length);
});

test('an override replaces a field and does not shift what follows', () => {
  const plain = make();
  const overridden = make();
  plain.contrato();
  const contrato = overridden.contrato({ nombreCorto: 'Otro', monto: '0.01', anticipo: '99.99' });
  expect(contrato).toMatchObject({ nombreCorto: 'Otro', monto: '0.01', anticipo: '99.99' });
  expect(overridden.sitio()).toEqual(plain.sitio());
});

test('texts fit the columns, whatever the seed', () => {
  const tooLong: string[] = [];
  for (let seed = 0; seed < 300; seed += 1) {
    const factories = make({ seed, test: `test ${seed}` });
    for (let call = 0; call < 3; call += 1) {
      const contrato = factories.contrato();
      const destinatario = factories.destinatario();
      const sitio = factories.sitio();
      const persona = factories.persona();
      const longest: [string, number][] = [
        [factories.compania(), 120],
        [factories.contraparte().nombre, 80],
        [sitio.nombre, 80],
        [sitio.ubicacion, 80],
        [destinatario.nombre, 80],
        [destinatario.puesto, 50],
        [contrato.codigo, 35],
        [contrato.nombre, 300],
        [contrato.nombreCorto, 80],
        [factories.concepto().codigo, 6],
        [factories.unidad(), 50],
        [factories.retencion().nombre, 80],
        [factories.vertice().nombre, 80],
        [persona.usuario, 150],
        [persona.puesto, 75],
      ];
      tooLong.push(...longest.filter(([text, most]) => text.length > most).map(([text]) => text));
    }
  }
  expect(tooLong).toEqual([]);
});

test('names carry the run, accents and an ñ', () => {
  const factories = make();
  const names = [
    factories.compania(),
    factories.contraparte().nombre,
    factories.sitio().nombre,
    factories.destinatario().nombre,
    factories.contrato().nombreCorto,
    factories.retencion().nombre,
  ];
  for (const name of names) {
    expect(name).toContain(options.runId);
    expect(name).toMatch(/[áéíóúÁÉÍÓÚñÑ]/);
  }
});

test('a company can be switched to: letters, digits and spaces', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    expect(make({ seed }).compania()).toMatch(/^[\p{L}\d ]+$/u);
  }
});

test('amounts are decimal texts with two places', () => {
  const amounts: string[] = [];
  for (let seed = 0; seed < 50; seed += 1) {
    const factories = make({ seed });
    const { monto, anticipo } = factories.contrato();
    const { cantidad, precio } = factories.concepto();
    const { valor } = factories.retencion();
    const { largo, ancho, alto, piezas } = factories.vertice();
    amounts.push(monto, anticipo, cantidad, precio, valor, largo, ancho, alto, piezas);
  }
  expect(amounts.filter((amount) => !/^\d+\.\d{2}$/.test(amount) || Number(amount) === 0)).toEqual(
    [],
  );
});

test('dates are ISO days in their order', () => {
  const { inicio, fin, autorizacion } = make().estimacion();
  for (const day of [inicio, fin, autorizacion, make().contrato().fecha]) {
    expect(day).toMatch(/^2026-\d\d-\d\d$/);
  }
  expect([autorizacion, fin, inicio].sort()).toEqual([inicio, fin, autorizacion]);
});

test('a person can be a user: plain user name', () => {
  const { usuario, correo } = make().persona();
  expect(usuario).toMatch(/^[\w.@+-]+$/);
  expect(correo).toMatch(/^[a-z\d-]{1,64}$/);
});
