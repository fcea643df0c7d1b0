import { expect, test } from '@playwright/test';
import { Pace } from '../../fixtures/accounts/pace.ts';

const login = { method: 'POST', url: 'https://h.test/accounts/login/?next=/' };
const minute = 62_000;

test('there is room until a minute is full, and again when it is over', ({}, testInfo) => {
  const pace = new Pace(testInfo.outputPath('pace.log'));
  expect(pace.waitMs()).toBe(0);
  for (let i = 0; i < 17; i += 1) pace.note({ ...login, status: 302 });
  expect(pace.waitMs()).toBe(0);
  pace.note({ ...login, status: 302 });
  expect(pace.waitMs()).toBeGreaterThan(minute - 5000);
  expect(pace.waitMs(Date.now() + minute)).toBe(0);
});

test('wrong passwords fill a minute sooner, and workers share it', ({}, testInfo) => {
  const file = testInfo.outputPath('pace.log');
  for (let i = 0; i < 3; i += 1) new Pace(file).note({ ...login, status: 200 });
  expect(new Pace(file).waitMs()).toBeGreaterThan(minute - 5000);
});

test('what the application does not limit is not counted', ({}, testInfo) => {
  const pace = new Pace(testInfo.outputPath('pace.log'));
  for (let i = 0; i < 100; i += 1) {
    pace.note({ method: 'GET', url: login.url, status: 200 });
    pace.note({ method: 'POST', url: 'https://h.test/proyectos/cliente/nuevo/', status: 302 });
  }
  expect(pace.waitMs()).toBe(0);
});
