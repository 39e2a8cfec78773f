import { pino } from 'pino';
import type { Log } from './log.ts';

// Never in the log, wherever they stand: what signs a person in or proves an address.
const SECRETS = ['password', 'token', 'secret', 'cookie', 'authorization', 'set-cookie'];

/** One JSON line an event on standard output; secrets are cut out of what is logged as an object. */
export function createLog(level: string): Log {
  const paths = SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);
  return pino({ level, base: null, redact: { paths, censor: '***' }, timestamp: pino.stdTimeFunctions.isoTime });
}
