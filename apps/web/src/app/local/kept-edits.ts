import type { IDBPObjectStore } from 'idb';
import type { Decided, LostEdit, Unsent } from './local.ts';
import { isEdit } from './local-database.ts';
import type { LocalDatabase, LocalSchema } from './local-database.ts';

type UnsentStore<Stores extends ('unsent' | 'copies' | 'chunks' | 'lost')[]> = IDBPObjectStore<
  LocalSchema,
  Stores,
  'unsent',
  'readwrite'
>;

export async function readUnsent(db: LocalDatabase, space: string): Promise<readonly Unsent[]> {
  const kept: unknown[] = await db.getAll('unsent');
  return kept.filter(isEdit).filter((each) => each.space === space);
}

export async function spacesWithUnsent(db: LocalDatabase): Promise<readonly string[]> {
  const kept: unknown[] = await db.getAll('unsent');
  return [...new Set(kept.filter(isEdit).map(({ space }) => space))];
}

/** Flushed to the disk before it counts as kept: this is all there is of what a person did. */
export async function keepUnsent(
  db: LocalDatabase,
  space: string,
  unsent: readonly Unsent[],
  replaces: string | null = null,
): Promise<void> {
  const tx = db.transaction('unsent', 'readwrite', { durability: 'strict' });
  if (replaces !== null) await forgetDecided(tx.store, space, [{ c: replaces, upTo: Number.MAX_SAFE_INTEGER }]);
  const puts = unsent.map(({ c, i, n, a, g, at }) => tx.store.add({ space, c, i, n, a, g, at }));
  await Promise.all([...puts, tx.done]);
}

export async function forgetUnsent(db: LocalDatabase, space: string, decided: readonly Decided[]): Promise<void> {
  const tx = db.transaction('unsent', 'readwrite');
  await Promise.all([forgetDecided(tx.store, space, decided), tx.done]);
}

export async function forgetDecided<Stores extends ('unsent' | 'copies' | 'chunks' | 'lost')[]>(
  store: UnsentStore<Stores>,
  space: string,
  decided: readonly Decided[],
): Promise<void> {
  const forget = async ({ c, upTo }: Decided): Promise<void> => {
    const keys = await store.index('byCommand').getAllKeys(IDBKeyRange.bound([space, c, 0], [space, c, upTo]));
    await Promise.all(keys.map((key) => store.delete(key)));
  };
  await Promise.all(decided.map(forget));
}

export async function readLost(db: LocalDatabase, space: string): Promise<readonly LostEdit[]> {
  const kept: unknown[] = await db.getAll('lost', IDBKeyRange.bound([space], [space, []]));
  return kept.filter(isEdit).toSorted((one, other) => one.at - other.at);
}

/** Together, so that a command is never in both lists nor in none. */
export async function keepLost(db: LocalDatabase, space: string, lost: readonly LostEdit[]): Promise<void> {
  const tx = db.transaction(['lost', 'unsent'], 'readwrite', { durability: 'strict' });
  const puts = lost.map(({ c, i, n, a, at, code, info }) =>
    tx.objectStore('lost').put({ space, c, i, n, a, at, code, info }),
  );
  const one = async ({ c, i }: LostEdit): Promise<void> => {
    const key = await tx.objectStore('unsent').index('byCommand').getKey([space, c, i]);
    if (key !== undefined) await tx.objectStore('unsent').delete(key);
  };
  await Promise.all([...puts, ...lost.map(one), tx.done]);
}

export async function discardLost(
  db: LocalDatabase,
  space: string,
  lost: readonly Pick<LostEdit, 'c' | 'i'>[],
): Promise<void> {
  const tx = db.transaction('lost', 'readwrite');
  await Promise.all([...lost.map(({ c, i }) => tx.store.delete([space, c, i])), tx.done]);
}
