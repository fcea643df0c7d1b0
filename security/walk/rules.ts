import type { ItemId } from '../../checklist/index.ts';
import { env } from '../../fixtures/env.ts';
import type { Seen } from './crawl.ts';
import { debugTraces } from './debug-traces.ts';
import { findIn } from './findings.ts';
import { unpinnedFiles } from './foreign-files.ts';
import { knownHoles } from './known-holes.ts';
import { leftBehind } from './left-behind.ts';
import { passwordInAddress, withoutToken } from './loose-forms.ts';
import { brokenFiles } from './own-files.ts';
import { overPlainHttp } from './plain-http.ts';
import { secretsIn } from './secrets.ts';
import { toldVersions } from './told-versions.ts';

/** Something that holds for everything that a walk sees, whoever walks. */
export interface Rule {
  readonly items: readonly ItemId[];
  /** What is promised, before and after the word for whom. */
  readonly before: string;
  readonly after: string;
  /** Where it does not hold, a line each. */
  readonly find: (seen: readonly Seen[]) => readonly string[];
  /** Why it matters, and the remedy. */
  readonly mend: string;
}

const inEach =
  (rule: (one: Seen) => readonly string[]): Rule['find'] =>
  (seen) =>
    findIn(seen, rule);

/** All rules of a walk. */
export const rules: readonly Rule[] = [
  {
    items: ['SM-01'],
    before: 'every script, style and image that',
    after: 'is shown is there, as what it is',
    find: brokenFiles,
    mend: 'The page is not what it should be without it. Remedy: collectstatic, then the compressed files of /static/CACHE/ where the web server looks, and types by the name of the file',
  },
  {
    items: ['SC-02'],
    before: 'no page that',
    after: 'is shown loads or sends anything over plain HTTP',
    find: inEach(overPlainHttp),
    mend: 'Loaded or sent in clear. Remedy: https: in the template; where the address is built, SECURE_PROXY_SSL_HEADER and an https: AWS_S3_CUSTOM_DOMAIN',
  },
  {
    items: ['ST-02'],
    before: 'every script and style of another host that',
    after: 'is shown is pinned',
    find: inEach((one) => unpinnedFiles(one, env().assetHosts)),
    mend: 'Whoever runs that host can change the page. Remedy: in the base template an address with its full version, and its integrity and crossorigin="anonymous"; a file that the network makes on request, as jsDelivr does when .min is not in the package, has no lasting hash: name the one in the package',
  },
  {
    items: ['ST-02'],
    before: 'no script that',
    after: 'is shown is a library with a known hole',
    find: inEach(knownHoles),
    mend: 'Scripts with published holes. Remedy: the version that mends it, or a later one',
  },
  {
    items: ['CS-01'],
    before: 'no answer to',
    after: 'shows what debugging shows',
    find: inEach(debugTraces),
    mend: 'Pages of DEBUG = True. Remedy: DJANGO_SETTINGS_MODULE=construbot.config.settings.production, and no debug toolbar in INSTALLED_APPS',
  },
  {
    items: ['ST-02'],
    before: 'no answer to',
    after: 'tells the versions of what it comes from',
    find: inEach(toldVersions),
    mend: 'What to look for holes of. Remedy: server_tokens off in nginx, ServerTokens Prod in Apache, and no header that names the framework',
  },
  {
    items: ['CS-04', 'ST-02'],
    before: 'no answer to',
    after: 'holds a key, a password or a token of the deployment',
    find: inEach(secretsIn),
    mend: 'Who reads the page has it. Remedy: draw a new one, revoke the old one, and take it out of templates and scripts',
  },
  {
    items: ['ST-02'],
    before: 'no page leaves',
    after: 'the notes of those who built it',
    find: inEach(leftBehind),
    mend: 'Meant for those who build it. Remedy: comments of the template language, {# #}, which are not sent; no .map among the static files',
  },
  {
    items: ['SC-07'],
    before: 'every form that',
    after: 'is shown and that changes something carries a token',
    find: inEach(withoutToken),
    mend: 'Such a form is refused, or nothing protects it. Remedy: {% csrf_token %} in the form',
  },
  {
    items: ['ST-02'],
    before: 'no form that',
    after: 'is shown puts a password into an address',
    find: inEach(passwordInAddress),
    mend: 'Histories, logs and other sites learn it. Remedy: method="post"',
  },
];
