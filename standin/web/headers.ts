import type { FaultId } from '../faults/index.ts';

const year = 31_536_000;

/** The headers that every answer carries, whatever it is. */
export function securityHeaders(
  path: string,
  isOn: (fault: FaultId) => boolean,
): Record<string, string> {
  const isStatic = path.startsWith('/static/');
  const isMedia = path.startsWith('/media/');
  const hsts = !isOn('hsts-missing') && !(isStatic && isOn('hsts-not-on-static'));
  const nosniff = !(isMedia ? isOn('nosniff-not-on-media') : isOn('nosniff-missing'));
  const age = isOn('hsts-short') ? 60 : year;
  return {
    ...(hsts ? { 'strict-transport-security': `max-age=${age}; includeSubDomains; preload` } : {}),
    ...(nosniff ? { 'x-content-type-options': 'nosniff' } : {}),
    ...frameOptions(isOn),
    ...(isOn('xss-filter-missing') ? {} : { 'x-xss-protection': '1; mode=block' }),
    ...(isOn('server-version-told') ? { server: 'nginx/1.18.0 (Ubuntu)' } : {}),
    ...(isOn('framework-told') ? { 'x-powered-by': 'Django/3.2.25' } : {}),
    ...(isOn('referrer-policy-missing') ? {} : { 'referrer-policy': 'same-origin' }),
    ...(isOn('opener-policy-lowered') ? { 'cross-origin-opener-policy': 'unsafe-none' } : {}),
    ...(isOn('permissions-for-everybody')
      ? { 'permissions-policy': 'camera=*, microphone=(self)' }
      : {}),
    ...(isOn('policy-lets-all-scripts-in')
      ? { 'content-security-policy': "script-src * 'unsafe-inline' 'unsafe-eval'" }
      : {}),
  };
}

function frameOptions(isOn: (fault: FaultId) => boolean): Record<string, string> {
  if (isOn('frame-allowed')) return {};
  return { 'x-frame-options': isOn('frame-same-origin') ? 'SAMEORIGIN' : 'DENY' };
}
