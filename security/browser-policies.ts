import { isBroad, policiesIn, sourcesOf } from './content-policy.ts';

/** By name in lower case. */
type Headers = Readonly<Record<string, string>>;

/** A header by which a page has the browser guard more than it does by itself. */
export interface BrowserPolicy {
  readonly header: string;
  /** What is wrong with it where it is sent; nothing when it guards, or is not sent at all. */
  readonly faultsOf: (headers: Headers) => readonly string[];
  readonly remedy: string;
}

const powerful = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture'];

const openers = [
  'same-origin',
  'same-origin-allow-popups',
  'noopener-allow-popups',
  'same-origin-plus-coep',
];

/**
 * The headers that the checklist does not ask for. That one is missing costs points of the score and
 * is told there; that one opens what would be shut without it, or is sent and guards nothing, is a
 * fault of its own.
 */
export const browserPolicies: readonly BrowserPolicy[] = [
  {
    header: 'Content-Security-Policy',
    faultsOf: ({ 'content-security-policy': value }) => {
      if (value === undefined) return [];
      const policies = policiesIn(value);
      const shut = policies.some((policy) => !isBroad(sourcesOf(policy, 'script-src')));
      const other = policies.some(
        (policy) => !policy.has('script-src') && !policy.has('default-src'),
      );
      return shut || other ? [] : [`it lets scripts of every host in: ${value}`];
    },
    remedy: "script-src names hosts, or nonces with 'strict-dynamic'; never * or https:",
  },
  {
    header: 'Cross-Origin-Opener-Policy',
    faultsOf: ({ 'cross-origin-opener-policy': value }) =>
      value === undefined || openers.includes(value.split(';')[0]?.trim().toLowerCase() ?? '')
        ? []
        : [`it is ${value}`],
    remedy:
      "SECURE_CROSS_ORIGIN_OPENER_POLICY = 'same-origin', as Django 4.0 and later give it (W024)",
  },
  {
    header: 'Permissions-Policy',
    faultsOf: ({ 'permissions-policy': value = '' }) =>
      powerful.filter((name) => new RegExp(`(?:^|[,\\s])${name}=(?:\\*|\\([^)]*\\*)`).test(value)),
    remedy:
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(): Construbot uses none of them',
  },
];
