import { runQuietly } from '../run.ts';

/** Whether tests can start a Redis server of their own on this machine. */
export async function findRedis(): Promise<boolean> {
  const { code } = await runQuietly('redis-server', ['--version']);
  return code === 0;
}
