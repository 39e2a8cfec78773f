import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { StartError } from '../config/start-error.ts';

export interface ListenAt {
  readonly host: string;
  readonly port: number;
}

/** Begins to listen; throws a StartError that says what to do when the address can't be had. */
export async function listen(app: FastifyInstance, at: ListenAt): Promise<void> {
  try {
    await app.listen(at);
  } catch (cause) {
    throw asStartError(cause, at);
  }
}

/** A port nobody listens at now, for PORT=0: links and the printed address need it before listening begins. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ host, port: 0 }, () => {
        const address = probe.address();
        resolve(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
  } catch (cause) {
    throw asStartError(cause, { host, port: 0 });
  } finally {
    probe.close();
  }
}

function asStartError(cause: unknown, { host, port }: ListenAt): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is already in use. Stop what uses it, or set PORT to another one.`, {
        cause,
      });
    case 'EACCES':
      return new StartError(`This user may not open port ${port}. Set PORT to 1024 or above.`, { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`HOST is "${host}", but this machine has no such address. Try 127.0.0.1 or 0.0.0.0.`, {
        cause,
      });
    default:
      return cause;
  }
}
