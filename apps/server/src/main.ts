import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Config } from './platform/config/config.ts';
import { StartError } from './platform/config/start-error.ts';
import type { Log } from './platform/log/log.ts';
import type { RunningServer } from './serve.ts';

/** The command line: reads the settings, starts the server, tells a person where it is, and ends it on a signal. */

// Compiled code is kept between starts: a second start takes about half the time. Hence the imports further below.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/talka'));

const STOP_WITHIN_MS = 9_000;
const SETTLED_AFTER_MS = 1_000;

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  for (const sentence of error.sentences) process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

async function run(args: readonly string[]): Promise<void> {
  const { helpText } = await import('./platform/config/load-config.ts');
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(helpText());
    return;
  }
  if (args.length > 0) throw new StartError(`"${args.join(' ')}" is not understood. Use --help to see what is.`);
  const config = await readConfig();
  const { createLog } = await import('./platform/log/create-log.ts');
  await start(config, createLog(config.logLevel));
}

async function readConfig(): Promise<Config> {
  const { loadConfig } = await import('./platform/config/load-config.ts');
  const config = loadConfig(process.env);
  if (config.port !== 0) return config;
  const { freePort } = await import('./platform/http/listen.ts');
  return loadConfig({ ...process.env, PORT: String(await freePort(config.host)) });
}

async function start(config: Config, log: Log): Promise<void> {
  const signalled = nextSignal();
  endOnOurMistake(log);
  const { serve } = await import('./serve.ts');
  const server = await serve(config, log);
  process.stdout.write(greeting(config, server));
  warn(config, log);
  setTimeout(settle, SETTLED_AFTER_MS).unref();
  await stopOn(signalled, server, log);
}

function greeting({ baseUrl, databaseUrl, dataDir }: Config, { isFirstRun }: RunningServer): string {
  const data = databaseUrl === null ? `Data lies in ${dataDir}.` : `Data lies in PostgreSQL; files in ${dataDir}.`;
  const next = isFirstRun
    ? `Open ${baseUrl} and sign up: the first person to sign up owns this server.`
    : `Open ${baseUrl} and sign in.`;
  return `Talka runs at ${baseUrl}\n${data}\n${next}\n`;
}

function warn({ host, baseUrl, redisUrl, databaseUrl }: Config, log: Log): void {
  const isOpen = host !== 'localhost' && host !== '::1' && !host.startsWith('127.');
  const isLocalName = /^https?:\/\/(localhost|127\.|\[::1\])/.test(baseUrl);
  if (isOpen && isLocalName) {
    log.warn('other machines can reach this server, but only change things when BASE_URL is the address they open');
  }
  if (redisUrl !== null && databaseUrl === null) log.warn('REDIS_URL is of no use without DATABASE_URL and is ignored');
}

/** Keeps what was compiled for the next start, and gives back the memory that only starting needed (some 20 MB). */
function settle(): void {
  flushCompileCache();
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as NodeJS.GCFunction; // what --expose-gc puts into a new context
  collectGarbage({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

type Signal = 'SIGTERM' | 'SIGINT';

/** Heard from the very beginning, so that a stop while starting is a clean one too. */
function nextSignal(): Promise<Signal> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}

async function stopOn(signalled: Promise<Signal>, server: RunningServer, log: Log): Promise<void> {
  log.info({ signal: await signalled }, 'stopping');
  process.once('SIGINT', () => process.exit(130));
  setTimeout(() => {
    log.error('stopping took too long; what was not finished is cut off');
    process.exit(1);
  }, STOP_WITHIN_MS).unref();
  await server.stop();
  log.info('stopped');
  process.exit(0);
}

/** A promise nobody awaits, or an error nobody catches, is our mistake: no one knows what is half done, so start anew. */
function endOnOurMistake(log: Log): void {
  const end = (error: unknown): void => {
    log.fatal({ err: error }, 'an unexpected error ended the server');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
