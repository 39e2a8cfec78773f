import type { FastifyRequest } from 'fastify';
import { networkOf } from './throttle/network-of.ts';

/** Where a request comes from, as far as it can be believed. */
export interface Caller {
  readonly address: string;
  /** The address, or the network it stands for in throttling. */
  readonly network: string;
  readonly userAgent: string;
  /** The secrets of the browser's cookies; null where it has none. */
  readonly sessionSecret: string | null;
  readonly deviceSecret: string | null;
}

export function callerOf(request: FastifyRequest, cookies: { session: string; device: string }): Caller {
  const sent = readCookies(request.headers.cookie);
  return {
    address: request.ip,
    network: networkOf(request.ip),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 500),
    sessionSecret: sent.get(cookies.session) ?? null,
    deviceSecret: sent.get(cookies.device) ?? null,
  };
}

/** Only secrets of ours are of interest: anything of another form is left out. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const [, name, value] = /^\s*([^=\s]+)=([A-Za-z0-9_-]{43})\s*$/.exec(part) ?? [];
    if (name !== undefined && value !== undefined && !cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}
