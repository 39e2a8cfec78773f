import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export interface OwnOrigin {
  /**
   * Whether a request that changes something, or opens a socket, comes from our own pages. Browsers always say where
   * such a request comes from; a caller that says nothing is a program, which carries no one else's cookies.
   */
  isFromOwnPage(headers: IncomingHttpHeaders): boolean;
}

/** @param listeningPort the port really listened at, or null before; people may come by any loopback name */
export function createOwnOrigin(baseUrl: string, listeningPort: () => number | null): OwnOrigin {
  const isOwn = (origin: string): boolean => {
    if (origin === baseUrl) return true;
    const port = listeningPort();
    return port !== null && LOOPBACK_NAMES.some((name) => origin === originOf(name, port));
  };
  return {
    isFromOwnPage(headers) {
      if (headers.origin !== undefined) return isOwn(headers.origin);
      const site = headers['sec-fetch-site'];
      return site === undefined || site === 'same-origin' || site === 'none';
    },
  };
}

function originOf(name: string, port: number): string {
  return new URL(`http://${name}:${port}`).origin;
}
