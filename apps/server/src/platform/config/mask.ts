/** The address without its password, fit to be shown and logged. Text that isn't an address is hidden whole. */
export function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return '***';
  const url = new URL(address);
  if (url.password !== '') url.password = '***';
  for (const key of url.searchParams.keys()) {
    if (/pass|secret|token|key/i.test(key)) url.searchParams.set(key, '***');
  }
  return url.href;
}
