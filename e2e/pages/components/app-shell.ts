import type { Locator, Page } from '@playwright/test';
import { loadAfter, refuseFailure } from './readiness.ts';

/** What surrounds every page: brand, user menu, company menu, side menu and messages. */
export class AppShell {
  readonly brandLink: Locator;
  /** Messages of the last action, of whatever kind. */
  readonly messages: Locator;
  readonly successMessage: Locator;
  readonly infoMessage: Locator;
  readonly errorMessage: Locator;

  readonly greeting: Locator;
  /** The caret that opens the user menu: a link without target or text. */
  readonly userMenuToggle: Locator;
  readonly userMenu: Locator;
  readonly myUserLink: Locator;
  readonly editUserLink: Locator;
  readonly signOutLink: Locator;

  /** The button that says which company one works in. Absent where the company cannot change. */
  readonly companyToggle: Locator;
  /** The other companies one may change to. */
  readonly companies: Locator;

  readonly sideMenu: Locator;
  /** The entries of the side menu. */
  readonly sideMenuLinks: Locator;
  readonly narrowSideMenu: Locator;
  readonly widenSideMenu: Locator;
  /** The button that takes the side menu away on small screens. */
  readonly hamburger: Locator;

  /** What an anonymous visitor sees instead of the user menu. */
  readonly signInLink: Locator;
  readonly signUpLink: Locator;

  constructor(private readonly page: Page) {
    const header = page.locator('.nav_navegacion');
    this.brandLink = header.getByRole('link', { name: 'Construbot' });
    this.messages = page.locator('#cont_content > .alert');
    this.successMessage = page.locator('#cont_content > .alert-success');
    this.infoMessage = page.locator('#cont_content > .alert-info');
    this.errorMessage = page.locator('#cont_content > .alert-danger, #cont_content > .alert-error');

    this.greeting = header.locator('.menu_nav');
    this.userMenuToggle = page.locator('#dropdownMenu2');
    this.userMenu = header.locator('.dropdown-menu');
    this.myUserLink = this.userMenu.getByRole('link', { name: 'Mi usuario' });
    this.editUserLink = this.userMenu.getByRole('link', { name: 'Editar usuario' });
    this.signOutLink = this.userMenu.getByRole('link', { name: 'Cerrar Sesión' });

    this.companyToggle = page.getByRole('button', { name: 'Actualmente en:' });
    this.companies = page.locator('.drop-company');

    this.sideMenu = page.locator('#cont_menu_lateral');
    this.sideMenuLinks = this.sideMenu.getByRole('link');
    this.narrowSideMenu = page.locator('#event_menu_in');
    this.widenSideMenu = page.locator('#event_menu_out');
    this.hamburger = page.locator('.menu-icon');

    this.signInLink = header.getByRole('link', { name: 'Iniciar Sesión' });
    this.signUpLink = header.getByRole('link', { name: 'Regístrate' });
  }

  /** An entry of the side menu, for instance "Contratos". */
  sideMenuLink(name: string): Locator {
    // The icon before a text is a letter of the icon font, and so part of the link's name.
    return this.sideMenuLinks.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** A company in the company menu. */
  company(name: string): Locator {
    return this.companies.and(this.page.getByText(name, { exact: true }));
  }

  /** Opens the user menu and waits until it can be read. */
  async openUserMenu(): Promise<void> {
    await this.userMenuToggle.click();
    await this.signOutLink.waitFor();
  }

  /** Opens the company menu and waits until it has opened, whether or not there is anything in it. */
  async openCompanyMenu(): Promise<void> {
    await this.companyToggle.click();
    await this.companyToggle.and(this.page.locator('[aria-expanded="true"]')).waitFor();
  }

  /**
   * Changes to another company and waits until the page has loaded anew in it. Throws when the
   * server refuses, because the page stays as it was then.
   */
  async changeCompany(name: string): Promise<void> {
    await this.openCompanyMenu();
    const answered = this.page
      .waitForResponse((response) => response.url().includes('/users/company-change/'))
      .then(refuseFailure);
    await Promise.all([answered, loadAfter(this.page, () => this.company(name).click())]);
  }

  /** Follows an entry of the side menu and waits for its page. */
  async goFromSideMenu(name: string): Promise<void> {
    await loadAfter(this.page, () => this.sideMenuLink(name).click());
  }
}
