import { expect, test } from '@playwright/test';
import {
  avanceGeneral,
  estimateMoney,
  moneda,
  pesos,
  type EstimateMoney,
  type MoneyInput,
  type Quantities,
} from '../../fixtures/money.ts';

const concepto = (codigo: string, cantidad: string, precio: string) => ({
  codigo,
  cantidad,
  precio,
});
const percentage = (valor: string) =>
  ({ nombre: 'Fondo de garantía', tipo: 'PERCENTAGE', valor }) as const;
const amount = (valor: string) => ({ nombre: 'Daños', tipo: 'AMOUNT', valor }) as const;
const done = (quantities: Record<string, string>): Quantities =>
  Object.fromEntries(Object.entries(quantities).map(([code, cantidad]) => [code, { cantidad }]));

/** The figures under the table as the page writes them. */
function shown(money: EstimateMoney): Record<string, string | string[]> {
  return {
    totals: [money.contratado, money.anterior, money.acumulado, money.estaEstimacion].map(moneda),
    amortizacion: moneda(money.amortizacion),
    subtotal: moneda(money.subtotal),
    retenciones: money.retenciones.map(({ importe }) => moneda(importe)),
    totalRetenciones: moneda(money.totalRetenciones),
    totalFinal: moneda(money.totalFinal),
  };
}

const worked: Omit<MoneyInput, 'estimaciones'> = {
  contrato: { anticipo: '10.00' },
  conceptos: [
    concepto('E1', '100.00', '250.50'),
    concepto('E2', '10.00', '1234.56'),
    concepto('A1', '1500.50', '125.75'),
  ],
  retenciones: [percentage('5.00'), amount('1000.00')],
};
const first = done({ E1: '18', E2: '4.5' });
const second = done({ E1: '10' });
const third = done({ A1: '3' });

// Every expected figure below was read from the running application (Django 3.2 revision).

test('the worked example of the contract', () => {
  expect(shown(estimateMoney({ ...worked, estimaciones: [first] }))).toEqual({
    totals: ['$ 226,083.48', '$', '$ 10,064.52', '$ 10,064.52'],
    amortizacion: '$ 1,006.45',
    subtotal: '$ 9,058.07',
    retenciones: ['$ 452.90', '$ 1,000.00'],
    totalRetenciones: '$ 1,452.90',
    totalFinal: '$ 7,605.16',
  });
});

test('a second estimate, whose final counts advance and retentions though their rows are hidden', () => {
  const money = estimateMoney({ ...worked, estimaciones: [first, second] });
  expect(shown(money)).toMatchObject({
    totals: ['$ 226,083.48', '$ 10,064.52', '$ 12,569.52', '$ 2,505.00'],
    totalFinal: '$ 1,141.78',
  });
});

test('in a third estimate, previous is the second alone, and retentions may exceed the subtotal', () => {
  expect(shown(estimateMoney({ ...worked, estimaciones: [first, second, third] }))).toEqual({
    totals: ['$ 226,083.48', '$ 2,505.00', '$ 12,946.77', '$ 377.25'],
    amortizacion: '$ 37.73',
    subtotal: '$ 339.53',
    retenciones: ['$ 16.98', '$ 1,000.00'],
    totalRetenciones: '$ 1,016.98',
    totalFinal: '$ -677.45',
  });
});

test('one line of the table for each concept, untouched ones included', () => {
  const { conceptos } = estimateMoney({ ...worked, estimaciones: [first, second] });
  const text = conceptos.map(({ codigo, contratado, anterior, acumulado, estaEstimacion }) =>
    [
      codigo,
      ...[contratado, anterior, acumulado, estaEstimacion].flatMap((measure) => [
        pesos(measure?.cantidad ?? 'NaN'),
        moneda(measure?.importe),
      ]),
    ].join(' | '),
  );
  expect(text).toEqual([
    'E1 | 100.00 | $ 25,050.00 | 18.00 | $ 4,509.00 | 28.00 | $ 7,014.00 | 10.00 | $ 2,505.00',
    'E2 | 10.00 | $ 12,345.60 | 4.50 | $ 5,555.52 | 4.50 | $ 5,555.52 | 0.00 | -',
    'A1 | 1,500.50 | $ 188,687.88 | 0.00 | - | 0.00 | - | 0.00 | -',
  ]);
});

test('the total is rounded to cents before the advance is taken, half away from zero', () => {
  const input = {
    contrato: { anticipo: '50.00' },
    conceptos: [concepto('R1', '0.50', '0.25')],
    retenciones: [percentage('50.00')],
  };
  const estimaciones = [done({ R1: '0.5' }), done({ R1: '0.02' }), done({ R1: '-0.5' })];
  // 0.5 × 0.25 = 0.125: 0.13 of which half is 0.065; unrounded it would be 0.0625 and show 0.06.
  expect(shown(estimateMoney({ ...input, estimaciones: estimaciones.slice(0, 1) }))).toMatchObject({
    totals: ['$ 0.13', '$', '$ 0.13', '$ 0.13'],
    amortizacion: '$ 0.07',
    subtotal: '$ 0.07',
    totalFinal: '$ 0.03',
  });
  expect(shown(estimateMoney({ ...input, estimaciones: estimaciones.slice(0, 2) }))).toMatchObject({
    amortizacion: '-',
    subtotal: '$ 0.01',
    totalFinal: '-',
  });
  expect(shown(estimateMoney({ ...input, estimaciones }))).toMatchObject({
    totals: ['$ 0.13', '$ 0.01', '$ 0.01', '$ -0.13'],
    amortizacion: '$ -0.07',
    totalFinal: '$ -0.03',
  });
});

test('more than contracted: the excess pays back no advance, in later estimates once more', () => {
  const input = {
    contrato: { anticipo: '10.00' },
    conceptos: [concepto('O1', '100.00', '1.00'), concepto('O2', '1.00', '7.77')],
    retenciones: [percentage('5.00')],
  };
  const estimaciones = [
    done({ O1: '80' }),
    done({ O1: '150', O2: '0.33333333' }),
    done({ O1: '1.5' }),
  ];
  expect(shown(estimateMoney({ ...input, estimaciones: estimaciones.slice(0, 2) }))).toEqual({
    totals: ['$ 107.77', '$ 80.00', '$ 232.59', '$ 152.59'],
    amortizacion: '$ 2.78',
    subtotal: '$ 149.81',
    retenciones: ['$ 7.49'],
    totalRetenciones: '$ 7.49',
    totalFinal: '$ 142.32',
  });
  expect(shown(estimateMoney({ ...input, estimaciones }))).toMatchObject({
    amortizacion: '$ -12.48',
    subtotal: '$ 13.98',
    totalFinal: '$ 13.28',
  });
});

test('nothing done: fixed retentions are still taken', () => {
  const input = {
    contrato: { anticipo: '0.00' },
    conceptos: [concepto('Z1', '1.00', '1.00')],
    retenciones: [amount('10.00')],
  };
  expect(shown(estimateMoney({ ...input, estimaciones: [{}] }))).toEqual({
    totals: ['$ 1.00', '$', '-', '-'],
    amortizacion: '-',
    subtotal: '-',
    retenciones: ['$ 10.00'],
    totalRetenciones: '$ 10.00',
    totalFinal: '$ -10.00',
  });
  const next = estimateMoney({ ...input, estimaciones: [{}, done({ Z1: '0.33333333' })] });
  expect(shown(next)).toMatchObject({
    totals: ['$ 1.00', '-', '$ 0.33', '$ 0.33'],
    totalFinal: '$ -9.67',
  });
});

test('large figures stay exact', () => {
  const money = estimateMoney({
    contrato: { anticipo: '99.99' },
    conceptos: [concepto('N1', '99999.99', '99999.99')],
    retenciones: [],
    estimaciones: [done({ N1: '12345.12345678' }), done({ N1: '99999.87654321' })],
  });
  expect(shown(money)).toEqual({
    totals: [
      '$ 9,999,998,000.00',
      '$ 1,234,512,222.23',
      '$ 11,234,498,876.55',
      '$ 9,999,986,654.32',
    ],
    amortizacion: '$ 8,764,609,229.19',
    subtotal: '$ 1,235,377,425.13',
    retenciones: [],
    totalRetenciones: '-',
    totalFinal: '$ 1,235,377,425.13',
  });
});

test('progress of a contract on the dashboard', () => {
  const { conceptos } = worked;
  expect(avanceGeneral({ monto: '1000000.50' }, conceptos, [first, second, third])).toBe('1.29');
  expect(avanceGeneral({ monto: '1000000.50' }, conceptos, [])).toBe('0.00');
  const rounded = [concepto('R1', '0.50', '0.25')];
  const estimaciones = [done({ R1: '0.5' }), done({ R1: '0.02' }), done({ R1: '-0.5' })];
  expect(avanceGeneral({ monto: '0.07' }, rounded, estimaciones)).toBe('7.14');
  const large = [concepto('N1', '99999.99', '99999.99')];
  const much = [done({ N1: '12345.12345678' }), done({ N1: '99999.87654321' })];
  expect(avanceGeneral({ monto: '12345678.90' }, large, much)).toBe('90,999.44');
});

for (const [amountText, expected] of [
  ['0', '0.00'],
  ['999.995', '1,000.00'],
  ['1000.5', '1,000.50'],
  ['0.125', '0.13'],
  ['-0.125', '-0.13'],
  ['-1234567.1', '-1,234,567.10'],
  ['123456789012.34', '123,456,789,012.34'],
] as const) {
  test(`pesos writes ${amountText} as ${expected}`, () => {
    expect(pesos(amountText)).toBe(expected);
  });
}

test('no estimate, or one of a concept that the catalogue lacks, is a mistake of the caller', () => {
  expect(() => estimateMoney({ ...worked, estimaciones: [] })).toThrow('No estimate');
  expect(() => estimateMoney({ ...worked, estimaciones: [done({ X9: '1' })] })).toThrow('X9');
});
