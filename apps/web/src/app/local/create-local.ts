import { createStore } from '../store.ts';
import type { LocalDatabase } from './local-database.ts';
import { localDatabaseName, openLocalDatabase } from './local-database.ts';
import { dropCopy, readCopy, writeCopy } from './kept-copies.ts';
import {
  discardLost,
  forgetUnsent,
  keepLost,
  keepUnsent,
  readLost,
  readUnsent,
  spacesWithUnsent,
} from './kept-edits.ts';
import type { KeptCopy, Local, LocalHealth } from './local.ts';

/** A copy read ahead is out of date when nobody has asked for it within this. */
const EXPECTED_WITHIN_MS = 2_000;

/** What this browser keeps of one person; opened with the first use. */
export function createLocal(userId: string, now: () => number): Local {
  const health = createStore<LocalHealth>('kept');
  let opening: Promise<LocalDatabase> | null = null;
  let isClosed = false;

  const open = (): Promise<LocalDatabase> => {
    opening ??= openLocalDatabase(localDatabaseName(userId));
    return opening;
  };
  /** What must be kept but can't be is said; what is only a convenience fails in silence. */
  const attempt = async <Value>(work: (db: LocalDatabase) => Promise<Value>, instead: Value): Promise<Value> => {
    if (isClosed) return instead;
    try {
      return await work(await open());
    } catch {
      return instead;
    }
  };
  const keep = async (work: (db: LocalDatabase) => Promise<void>): Promise<void> => {
    const isKept = await attempt(async (db) => {
      await work(db);
      return true;
    }, false);
    if (!isClosed) health.set(isKept ? 'kept' : 'unkept');
  };

  const expected = new Map<string, Promise<KeptCopy | null>>();
  const read = (space: string, schema: number) => attempt((db) => readCopy(db, space, { schema, now: now() }), null);

  return {
    health,
    readCopy(space, schema) {
      const copy = expected.get(space) ?? read(space, schema);
      expected.delete(space);
      return copy;
    },
    expectCopy(space, schema) {
      const copy = read(space, schema);
      expected.set(space, copy);
      setTimeout(() => expected.get(space) === copy && expected.delete(space), EXPECTED_WITHIN_MS);
    },
    writeCopy: (space, write) => attempt((db) => writeCopy(db, space, { ...write, now: now() }), false),
    dropCopy: (space) => attempt((db) => dropCopy(db, space), undefined),
    readUnsent: (space) => attempt((db) => readUnsent(db, space), []),
    keepUnsent: (space, unsent, replaces) => keep((db) => keepUnsent(db, space, unsent, replaces)),
    forgetUnsent: (space, decided) => attempt((db) => forgetUnsent(db, space, decided), undefined),
    spacesWithUnsent: () => attempt(spacesWithUnsent, []),
    readLost: (space) => attempt((db) => readLost(db, space), []),
    keepLost: (space, lost) => keep((db) => keepLost(db, space, lost)),
    discardLost: (space, lost) => attempt((db) => discardLost(db, space, lost), undefined),
    close() {
      isClosed = true;
      opening?.then((db) => db.close()).catch(() => undefined);
    },
  };
}
