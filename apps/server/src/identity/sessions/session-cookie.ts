/** The names and attributes of our cookies: unreadable to scripts, never sent along from other sites. */
export interface SessionCookies {
  readonly session: string;
  readonly device: string;
  setSession(secret: string): string;
  clearSession(): string;
  setDevice(secret: string): string;
}

export const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/** Behind https the names begin with `__Host-`, so that no other host of the domain can set them. */
export function createSessionCookies(baseUrl: string): SessionCookies {
  const isSecure = baseUrl.startsWith('https:');
  const prefix = isSecure ? '__Host-' : '';
  const session = `${prefix}talka`;
  const device = `${prefix}talka-device`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    session,
    device,
    setSession: (secret) => `${session}=${secret}; Max-Age=${SESSION_MS / 1000}; ${attributes}`,
    clearSession: () => `${session}=; Max-Age=0; ${attributes}`,
    setDevice: (secret) => `${device}=${secret}; Max-Age=${DEVICE_SECONDS}; ${attributes}`,
  };
}
