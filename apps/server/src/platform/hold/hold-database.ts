import type { Config } from '../config/config.ts';
import type { Log } from '../log/log.ts';
import { holdDataFolder } from './hold-data-folder.ts';
import { holdPostgres } from './hold-postgres.ts';
import type { Hold } from './hold.ts';

export interface HoldOptions {
  readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'redisUrl'>;
  readonly log: Log;
  /** Called when the database was lost to another server: this one must stop. */
  readonly onLost: () => void;
}

/** Sees to it that only servers that hear of each other work on one database; throws a StartError otherwise. */
export async function holdDatabase({ config, log, onLost }: HoldOptions): Promise<Hold> {
  const { databaseUrl, dataDir, redisUrl } = config;
  if (databaseUrl === null) return holdDataFolder(dataDir);
  return holdPostgres({ databaseUrl, isShared: redisUrl !== null, log, onLost });
}
