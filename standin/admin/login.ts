import { isLocked, noteFailure } from '../accounts/lockout.ts';
import { nextOf } from '../accounts/next.ts';
import { fits } from '../accounts/password.ts';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { csrfField } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { findUser, signIn } from '../web/session.ts';

const refused =
  'Por favor introduza Email y contraseña correctos de una cuenta de staff. Note que puede que ambos campos sean estrictos en relación a diferencias entre mayúsculas y minúsculas.';

const tooMany = 'Demasiados intentos fallidos: Inténtelo más tarde.';

/** Wrong tries after which even the right password is refused. */
const most = 20;

/** The sign-in of the administration: staff only, by e-mail or user name. */
export async function adminLogin(ctx: Context): Promise<Answer> {
  const { user } = ctx;
  if (user?.is_staff === true && !ctx.isPost) return redirect('/admin/');
  if (!ctx.isPost) {
    return shown(
      ctx,
      user === undefined
        ? undefined
        : `Se ha autenticado como ${user.email}, pero no está autorizado a acceder a esta página. ¿Desea autenticarse con una cuenta diferente?`,
    );
  }
  const name = ctx.sent.get('username').replaceAll('\0', '');
  const password = ctx.sent.all('password').at(-1) ?? '';
  const counted = `admin ${name}`;
  if ((await isLocked(ctx, counted, most)) && !ctx.isOn('admin-guessing-unlimited')) {
    return { ...shown(ctx, tooMany, name), status: 429 };
  }
  const person = await findUser(ctx, '(email = $1 or username = $1) and is_active', name);
  const good = person !== undefined && (await fits(password, person.password));
  if (!good || !person.is_staff) {
    await noteFailure(ctx, counted);
    return shown(ctx, refused, name);
  }
  await signIn(ctx, person);
  return redirect(nextOf(ctx, 'open-redirect-at-admin') ?? '/admin/');
}

const shown = (ctx: Context, note: string | undefined, name = ''): Answer =>
  page(
    layout(
      ctx,
      html`<h1>Administración de Django</h1>
        ${note !== undefined && html`<p class="errornote">${note}</p>`}
        <form action="" method="post" id="login-form">
          ${csrfField(ctx)}
          <div class="form-group">
            <label for="id_username">Email:</label>
            <input class="form-control" type="text" name="username" id="id_username" value="${name}" maxlength="254" autocomplete="username" required />
          </div>
          <div class="form-group">
            <label for="id_password">Contraseña:</label>
            <input class="form-control" type="password" name="password" id="id_password" autocomplete="current-password" required />
          </div>
          <input type="submit" value="Identificarse" />
        </form>`,
      { title: 'Identificarse | Sitio de administración de Django', bare: true },
    ),
  );
