import { once } from 'node:events';
import { createBalancer } from './cluster/balancer.ts';
import { freePort } from './cluster/free-port.ts';
import { startServerProcess } from './cluster/server-process.ts';
import type { ServerProcess } from './cluster/server-process.ts';
import { ensureWebBuild } from './web-build.ts';

/**
 * `npm run start:cluster -- 3`: that many servers on one PostgreSQL and one Redis behind a small balancer, for trying how
 * Talka works on several machines. Not for real use: everything ends with this process.
 */
const MOST = 20;
process.exitCode = await startCluster(process.argv.slice(2));

async function startCluster(args: readonly string[]): Promise<number> {
  const [text = '3', ...rest] = args;
  const count = Number(text);
  if (rest.length > 0 || !Number.isInteger(count) || count < 1 || count > MOST) {
    return complain(`Say how many servers, from 1 to ${MOST}: npm run start:cluster -- 3`);
  }
  const missing = ['DATABASE_URL', 'REDIS_URL'].filter((name) => !process.env[name]);
  if (missing.length > 0) {
    return complain(
      `Several servers need ${missing.join(' and ')}: a PostgreSQL database they share, and a Redis or Valkey by ` +
        'which they hear of each other. For example:\n' +
        'DATABASE_URL=postgres://user:password@localhost:5432/talka REDIS_URL=redis://localhost:6379 ' +
        `npm run start:cluster -- ${count}`,
    );
  }
  const built = await ensureWebBuild();
  return built === 0 ? run(count) : built;
}

async function run(count: number): Promise<number> {
  const port = Number(process.env.PORT ?? 3000);
  const baseUrl = process.env.BASE_URL ?? `http://localhost:${port}`;
  const servers: ServerProcess[] = [];
  const stopAll = (): Promise<unknown> => Promise.all(servers.map((server) => server.kill('SIGTERM')));
  try {
    for (let made = 0; made < count; made += 1) {
      const env = { BASE_URL: baseUrl, TRUST_PROXY: '127.0.0.1', HOST: '127.0.0.1' };
      servers.push(await startServerProcess(await freePort(), env));
    }
  } catch (error) {
    await stopAll();
    return complain(error instanceof Error ? error.message : String(error));
  }
  const balancer = createBalancer(servers.map((server) => server.port));
  const isListening = await Promise.race([
    once(balancer.listen(port, process.env.HOST ?? '127.0.0.1'), 'listening').then(() => true),
    once(balancer, 'error').then(() => false),
  ]).catch(() => false);
  if (!isListening) {
    await stopAll();
    return complain(`Port ${port} is already in use. Stop what uses it, or set PORT to another one.`);
  }
  const each = servers.map((server) => `  ${server.url} (process ${server.pid})`).join('\n');
  console.log(
    `Talka runs at ${baseUrl} on ${count} servers:\n${each}\nKill one and see what happens; Ctrl-C ends all.`,
  );
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  balancer.close();
  balancer.closeAllConnections();
  await stopAll();
  return 0;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
