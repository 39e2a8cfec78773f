/** The way back after signing in: only a path of this very site, never another's address. */
export function backPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/';
  const url = URL.parse(wanted, 'https://here.invalid');
  if (url?.origin !== 'https://here.invalid') return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
