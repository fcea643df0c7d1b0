import { raw } from '../../../fixtures/html.ts';

/** The language switch: a pair of radio buttons that the style of the page looks at. */
export const languages = raw(
  '<fieldset class="languages"><legend>Idioma · Language</legend><input type="radio" name="language" id="es" checked><label for="es" lang="es">Español</label> <input type="radio" name="language" id="en"><label for="en" lang="en">English</label></fieldset>',
);
