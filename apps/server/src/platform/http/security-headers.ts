import type { FastifyHelmetOptions } from '@fastify/helmet';

// React Aria puts this one style element into the page; its exact text is allowed, nothing else inline is.
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** What a page may use that we never do. */
export const PERMISSIONS_POLICY =
  'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()';

/** Scripts and styles from our own origin only; no frames; HSTS when people come by TLS. */
export function securityHeaders(baseUrl: string): FastifyHelmetOptions {
  const isTls = baseUrl.startsWith('https:');
  return {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(baseUrl, isTls) },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    hsts: isTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  };
}

function contentSecurityPolicy(baseUrl: string, isTls: boolean): Record<string, string[] | null> {
  return {
    'default-src': ["'self'"],
    'base-uri': ["'none'"],
    'connect-src': ["'self'", baseUrl.replace(/^http/, 'ws')],
    'font-src': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'script-src': ["'self'"],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", REACT_ARIA_STYLE],
    'style-src-attr': ["'unsafe-inline'"],
    'worker-src': ["'self'"],
    'upgrade-insecure-requests': isTls ? [] : null,
  };
}
