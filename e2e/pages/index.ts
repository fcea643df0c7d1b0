import type { Page } from '@playwright/test';
import { AdminLoginPage } from './admin-login-page.ts';
import { CompanyForm } from './company-form.ts';
import { CompanyList } from './company-list.ts';
import { AppShell } from './components/app-shell.ts';
import { ConceptosCatalogue } from './conceptos-catalogue.ts';
import { ContraparteDetail } from './contraparte-detail.ts';
import { ContraparteForm } from './contraparte-form.ts';
import { ContraparteList } from './contraparte-list.ts';
import { ContratoDetail } from './contrato-detail.ts';
import { ContratoForm } from './contrato-form.ts';
import { ContratoList } from './contrato-list.ts';
import { Dashboard } from './dashboard.ts';
import { DestinatarioDetail } from './destinatario-detail.ts';
import { DestinatarioForm } from './destinatario-form.ts';
import { DestinatarioList } from './destinatario-list.ts';
import { EmailConfirmationPage } from './email-confirmation-page.ts';
import { EmailConfirmationSentPage } from './email-confirmation-sent-page.ts';
import { ErrorPage } from './error-page.ts';
import { EstimacionDetail } from './estimacion-detail.ts';
import { EstimacionForm } from './estimacion-form.ts';
import { EstimatePrint } from './estimate-print.ts';
import { GeneratorPrint } from './generator-print.ts';
import { LoginPage } from './login-page.ts';
import { LogoutPage } from './logout-page.ts';
import { NewPasswordDonePage } from './new-password-done-page.ts';
import { NewPasswordPage } from './new-password-page.ts';
import { NewUserForm } from './new-user-form.ts';
import { PasswordResetDonePage } from './password-reset-done-page.ts';
import { PasswordResetPage } from './password-reset-page.ts';
import { RetencionesCatalogue } from './retenciones-catalogue.ts';
import { SignUpPage } from './sign-up-page.ts';
import { SitioDetail } from './sitio-detail.ts';
import { SitioForm } from './sitio-form.ts';
import { SitioList } from './sitio-list.ts';
import { SubcontractReport } from './subcontract-report.ts';
import { UnidadesCatalogue } from './unidades-catalogue.ts';
import { UserDetail } from './user-detail.ts';
import { UserForm } from './user-form.ts';
import { UserList } from './user-list.ts';

/**
 * All screens of Construbot in one page of the browser. A screen's object is made when it is first
 * asked for.
 */
export class Ui {
  private readonly made = new Map<unknown, unknown>();

  constructor(readonly page: Page) {}

  get login(): LoginPage {
    return this.once(LoginPage);
  }

  get logout(): LogoutPage {
    return this.once(LogoutPage);
  }

  get signUp(): SignUpPage {
    return this.once(SignUpPage);
  }

  get emailConfirmationSent(): EmailConfirmationSentPage {
    return this.once(EmailConfirmationSentPage);
  }

  get emailConfirmation(): EmailConfirmationPage {
    return this.once(EmailConfirmationPage);
  }

  get passwordReset(): PasswordResetPage {
    return this.once(PasswordResetPage);
  }

  get passwordResetDone(): PasswordResetDonePage {
    return this.once(PasswordResetDonePage);
  }

  get newPassword(): NewPasswordPage {
    return this.once(NewPasswordPage);
  }

  get newPasswordDone(): NewPasswordDonePage {
    return this.once(NewPasswordDonePage);
  }

  get shell(): AppShell {
    return this.once(AppShell);
  }

  get dashboard(): Dashboard {
    return this.once(Dashboard);
  }

  get contraparteForm(): ContraparteForm {
    return this.once(ContraparteForm);
  }

  get contraparteDetail(): ContraparteDetail {
    return this.once(ContraparteDetail);
  }

  get contraparteList(): ContraparteList {
    return this.once(ContraparteList);
  }

  get sitioForm(): SitioForm {
    return this.once(SitioForm);
  }

  get sitioDetail(): SitioDetail {
    return this.once(SitioDetail);
  }

  get sitioList(): SitioList {
    return this.once(SitioList);
  }

  get destinatarioForm(): DestinatarioForm {
    return this.once(DestinatarioForm);
  }

  get destinatarioDetail(): DestinatarioDetail {
    return this.once(DestinatarioDetail);
  }

  get destinatarioList(): DestinatarioList {
    return this.once(DestinatarioList);
  }

  get contratoForm(): ContratoForm {
    return this.once(ContratoForm);
  }

  get contratoDetail(): ContratoDetail {
    return this.once(ContratoDetail);
  }

  get contratoList(): ContratoList {
    return this.once(ContratoList);
  }

  get unidades(): UnidadesCatalogue {
    return this.once(UnidadesCatalogue);
  }

  get conceptos(): ConceptosCatalogue {
    return this.once(ConceptosCatalogue);
  }

  get retenciones(): RetencionesCatalogue {
    return this.once(RetencionesCatalogue);
  }

  get estimacionForm(): EstimacionForm {
    return this.once(EstimacionForm);
  }

  get estimacionDetail(): EstimacionDetail {
    return this.once(EstimacionDetail);
  }

  get estimatePrint(): EstimatePrint {
    return this.once(EstimatePrint);
  }

  get generatorPrint(): GeneratorPrint {
    return this.once(GeneratorPrint);
  }

  get subcontractReport(): SubcontractReport {
    return this.once(SubcontractReport);
  }

  get userList(): UserList {
    return this.once(UserList);
  }

  get userDetail(): UserDetail {
    return this.once(UserDetail);
  }

  get userForm(): UserForm {
    return this.once(UserForm);
  }

  get newUserForm(): NewUserForm {
    return this.once(NewUserForm);
  }

  get companyList(): CompanyList {
    return this.once(CompanyList);
  }

  get companyForm(): CompanyForm {
    return this.once(CompanyForm);
  }

  get error(): ErrorPage {
    return this.once(ErrorPage);
  }

  get adminLogin(): AdminLoginPage {
    return this.once(AdminLoginPage);
  }

  private once<Screen>(Kind: new (page: Page) => Screen): Screen {
    const known = this.made.get(Kind) as Screen | undefined;
    if (known !== undefined) return known;
    const screen = new Kind(this.page);
    this.made.set(Kind, screen);
    return screen;
  }
}

export type { VerticeTexts } from './components/vertice-row.ts';
export type { InputFile } from './components/excel-import.ts';
export type { ConceptoTexts } from './conceptos-catalogue.ts';
export type { TipoDeContraparte } from './contraparte-form.ts';
export type { ContratoTexts } from './contrato-form.ts';
export type { NewUserTexts } from './new-user-form.ts';
export type { RetencionTexts } from './retenciones-catalogue.ts';
export type { SignUpTexts } from './sign-up-page.ts';
export { printCalls, stubPrinting } from './print-stub.ts';
