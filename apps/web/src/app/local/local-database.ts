import { deleteDB, openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { CopyMark, LostEdit, Unsent } from './local.ts';

interface Kept {
  readonly space: string;
}

export interface LocalSchema extends DBSchema {
  copies: { key: string; value: Kept & CopyMark & { readonly version: string; readonly usedAt: number } };
  chunks: { key: [string, string, number]; value: Kept & { table: string; n: number; rows: string } };
  /** Keyed by the order in which commands were made, over all tabs. */
  unsent: { key: number; value: Kept & Unsent; indexes: { byCommand: [string, string, number] } };
  lost: { key: [string, string, number]; value: Kept & LostEdit };
}

export type LocalDatabase = IDBPDatabase<LocalSchema>;

const VERSION = 1;
const STORES = ['copies', 'chunks', 'unsent', 'lost'] as const;
const PREFIX = 'talka.';
/** A browser that answers later than this is taken for one that keeps nothing. */
const OPEN_WITHIN_MS = 4_000;

/** One database for each person: what belongs to one is never read as another. */
export function localDatabaseName(userId: string): string {
  return PREFIX + userId;
}

/** Opens a person's database; one that is spoilt or of a newer app is made anew, with the unsent edits it still tells. */
export async function openLocalDatabase(name: string): Promise<LocalDatabase> {
  try {
    const database = await openWithin(name);
    if (STORES.every((store) => database.objectStoreNames.contains(store))) return database;
    database.close();
  } catch (error) {
    if (!isRepairable(error)) throw error;
  }
  const rescued = await rescue(name);
  await deleteDB(name);
  const database = await openWithin(name);
  const tx = database.transaction(['unsent', 'lost'], 'readwrite');
  await Promise.all([
    ...rescued.unsent.map((each) => tx.objectStore('unsent').put(each)),
    ...rescued.lost.map((each) => tx.objectStore('lost').put(each)),
    tx.done,
  ]);
  return database;
}

/** Deletes the databases of everybody but one person, or of all. */
export async function deleteLocalDatabases(exceptUserId: string | null): Promise<void> {
  const kept = exceptUserId === null ? null : localDatabaseName(exceptUserId);
  await forEachDatabase(async (name) => {
    if (name !== kept) await deleteDB(name);
  });
}

/** Deletes every copy of what the server knows; what waits to be sent stays with whose it is. */
export async function forgetLocalCopies(): Promise<void> {
  await forEachDatabase(async (name) => {
    const database = await openLocalDatabase(name);
    const tx = database.transaction(['copies', 'chunks'], 'readwrite');
    await Promise.all([tx.objectStore('copies').clear(), tx.objectStore('chunks').clear(), tx.done]);
    database.close();
  });
}

async function forEachDatabase(work: (name: string) => Promise<void>): Promise<void> {
  try {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map(work));
  } catch {
    // A browser that keeps nothing has nothing to delete.
  }
}

function openWithin(name: string): Promise<LocalDatabase> {
  const opening = openDB<LocalSchema>(name, VERSION, {
    upgrade(database) {
      database.createObjectStore('copies', { keyPath: 'space' });
      database.createObjectStore('chunks', { keyPath: ['space', 'table', 'n'] });
      const unsent = database.createObjectStore('unsent', { autoIncrement: true });
      unsent.createIndex('byCommand', ['space', 'c', 'i'], { unique: true });
      database.createObjectStore('lost', { keyPath: ['space', 'c', 'i'] });
    },
    // Another tab deletes it, since the person signed out there.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the database did not open in time')), OPEN_WITHIN_MS);
    opening.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

function isRepairable(error: unknown): boolean {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'VersionError' || name === 'UnknownError' || name === 'DataError' || name === 'ConstraintError';
}

type Rescued = Readonly<Record<'unsent' | 'lost', readonly LocalSchema['lost']['value'][]>>;

/** Reads what people wrote out of a database of another shape, as far as it can be read. */
async function rescue(name: string): Promise<Rescued> {
  const rescued: Rescued = { unsent: [], lost: [] };
  try {
    const database = await openDB(name);
    const read = async (store: string): Promise<LocalSchema['lost']['value'][]> => {
      if (!database.objectStoreNames.contains(store)) return [];
      const values: unknown[] = await database.getAll(store);
      return values.filter(isEdit);
    };
    try {
      return { unsent: await read('unsent'), lost: await read('lost') };
    } finally {
      database.close();
    }
  } catch {
    return rescued;
  }
}

/** Whether something that was kept can be read as a command at all. */
export function isEdit(value: unknown): value is LocalSchema['lost']['value'] {
  if (typeof value !== 'object' || value === null) return false;
  const { space, c, i, n, at }: Partial<Record<string, unknown>> = { ...value };
  const isNamed = typeof space === 'string' && typeof c === 'string' && typeof n === 'string' && n.length <= 64;
  return isNamed && Number.isSafeInteger(i) && Number(i) >= 1 && typeof at === 'number';
}
