import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../config/start-error.ts';
import type { Hold } from './hold.ts';
import { tryFor } from './try-for.ts';

const WAIT_MS = 3_000;

/**
 * Keeps a second server off a data folder. The lock is the operating system's, on a file of its own: it ends with the
 * process, however that ends, needs no process numbers (which mean nothing across containers), and leaves talka.db
 * free for backups and checks. Throws a StartError when another server has it.
 */
export async function holdDataFolder(dataDir: string): Promise<Hold> {
  const path = join(dataDir, 'talka.lock');
  const file = openLockFile(path);
  const isHeld = await tryFor(WAIT_MS, () => isLocked(file));
  if (isHeld) return { release: async () => file.close() };
  file.close();
  throw new StartError(
    `Another Talka server is running on the data folder ${dataDir}. ` +
      'Stop it first, or give this one a DATA_DIR of its own.',
  );
}

function openLockFile(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`The file ${path} cannot be opened (${reason}). Check that this user may write it.`, {
      cause,
    });
  }
}

/** An exclusive transaction on an otherwise empty SQLite file is a portable file lock. */
function isLocked(file: DatabaseSync): boolean {
  try {
    file.exec('begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
    throw error;
  }
}
