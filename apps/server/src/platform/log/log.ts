import type { Logger } from 'pino';

/** The server's structured log; every line is one JSON object. */
export type Log = Logger;
