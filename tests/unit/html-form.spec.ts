import { expect, test } from '@playwright/test';
import { errorTexts, findForm } from '../../fixtures/http/html-form.ts';

const page = `
<form><input name="q"></form>
<form method="post" action="/save/">
  <input type="hidden" name="csrfmiddlewaretoken" value="t">
  <input name="name" value="Peña &amp; Ñandú">
  <textarea name="text">
two
lines</textarea>
  <input type="checkbox" name="on" checked><input type="checkbox" name="off">
  <select name="kind"><option value="a">A</option><option value="b" selected>B</option></select>
  <select name="first"><option value="1">1</option><option value="2">2</option></select>
  <select name="many" multiple><option value="x" selected></option><option value="y" selected></option></select>
  <input type="file" name="file"><input name="never" disabled value="x"><button name="go" value="1"></button>
  <div class="invalid-feedback"> Este campo   es requerido. </div>
  <div class="invalid-feedback">Este campo es requerido.</div>
</form>`;

test('a form is read as a browser would send it', () => {
  const form = findForm(page, ['name']);
  expect(form?.action).toBe('/save/');
  expect(Object.fromEntries(form?.values ?? [])).toEqual({
    csrfmiddlewaretoken: ['t'],
    name: ['Peña & Ñandú'],
    text: ['two\nlines'],
    on: ['on'],
    kind: ['b'],
    first: ['1'],
    many: ['x', 'y'],
  });
});

test('file inputs and unchecked boxes are known by name but not sent', () => {
  const names = findForm(page, [])?.names;
  expect([...(names ?? [])]).toEqual(expect.arrayContaining(['file', 'off']));
});

test('a page without such a form gives none', () => {
  expect(findForm(page, ['other'])).toBeUndefined();
});

test('what is wrong is said once, white space folded', () => {
  expect(errorTexts(page)).toEqual(['Este campo es requerido.']);
});
