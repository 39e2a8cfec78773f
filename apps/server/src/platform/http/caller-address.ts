import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

export interface CallerAddresses {
  isTrusted(address: string): boolean;
  /** The caller's address: the nearest one that isn't a trusted proxy. Without trusted proxies headers count nothing. */
  of(request: IncomingMessage): string;
}

/** @param trustedProxies addresses (`::1`) and networks (`10.0.0.0/8`) */
export function createCallerAddresses(trustedProxies: readonly string[]): CallerAddresses {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) addNetwork(trusted, proxy);
  const isTrusted = (address: string): boolean => isIP(address) !== 0 && trusted.check(address, family(address));
  return {
    isTrusted,
    of(request) {
      let nearest = request.socket.remoteAddress ?? '';
      const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
      for (const address of forwarded.map((part) => part.trim()).toReversed()) {
        if (!isTrusted(nearest) || isIP(address) === 0) break;
        nearest = address;
      }
      return nearest;
    },
  };
}

function addNetwork(list: BlockList, network: string): void {
  const [address = '', bits] = network.split('/');
  if (bits === undefined) list.addAddress(address, family(address));
  else list.addSubnet(address, Number(bits), family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
