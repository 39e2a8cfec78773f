import type { Chunk } from './chunks.ts';
import { forgetDecided } from './kept-edits.ts';
import type { CopyWrite, KeptCopy } from './local.ts';
import type { LocalDatabase } from './local-database.ts';
import { packRows, unpackRows } from './pack-rows.ts';

/** Copies kept at most; those not used for longest go first. */
const COPIES = 30;

interface Wanted {
  readonly schema: number;
  readonly now: number;
}

/** The copy of a space; one that is spoilt, or of another schema, is dropped, and there is none. */
export async function readCopy(db: LocalDatabase, space: string, { schema, now }: Wanted): Promise<KeptCopy | null> {
  const tx = db.transaction(['copies', 'chunks']);
  const [mark, kept] = await Promise.all([
    tx.objectStore('copies').get(space),
    tx.objectStore('chunks').getAll(chunksOf(space)),
  ]);
  if (mark === undefined) return null;
  try {
    if (mark.schema !== schema || !Number.isSafeInteger(mark.seq)) throw new Error('a copy of another schema');
    const chunks: Chunk[] = kept.map(({ table, n, rows }) => ({ table, n, rows: unpackRows(rows) }));
    void touch(db, space, now).catch(() => undefined);
    return { ...mark, chunks };
  } catch {
    await dropCopy(db, space);
    return null;
  }
}

export async function writeCopy(
  db: LocalDatabase,
  space: string,
  { now, ...write }: CopyWrite & { readonly now: number },
): Promise<boolean> {
  const packed = write.chunks.map(({ table, n, rows }) => ({
    table,
    n,
    rows: rows.length === 0 ? null : packRows(rows),
  }));
  const tx = db.transaction(['copies', 'chunks', 'unsent'], 'readwrite');
  const copies = tx.objectStore('copies');
  const chunks = tx.objectStore('chunks');
  const before = await copies.get(space);
  if (write.follows !== null && before?.version !== write.follows) return false;
  const { schema, seq, role, version } = write;
  const writes: Promise<unknown>[] = [copies.put({ space, schema, seq, role, version, usedAt: now })];
  if (write.follows === null) writes.push(chunks.delete(chunksOf(space)));
  for (const { table, n, rows } of packed) {
    writes.push(rows === null ? chunks.delete([space, table, n]) : chunks.put({ space, table, n, rows }));
  }
  writes.push(forgetDecided(tx.objectStore('unsent'), space, write.decided), tx.done);
  await Promise.all(writes);
  if (write.follows === null) await prune(db);
  return true;
}

export async function dropCopy(db: LocalDatabase, space: string): Promise<void> {
  const tx = db.transaction(['copies', 'chunks'], 'readwrite');
  const drops = [tx.objectStore('copies').delete(space), tx.objectStore('chunks').delete(chunksOf(space)), tx.done];
  await Promise.all(drops);
}

async function touch(db: LocalDatabase, space: string, now: number): Promise<void> {
  const tx = db.transaction('copies', 'readwrite');
  const mark = await tx.store.get(space);
  if (mark !== undefined) await tx.store.put({ ...mark, usedAt: now });
  await tx.done;
}

async function prune(db: LocalDatabase): Promise<void> {
  const newestFirst = (await db.getAll('copies')).toSorted((one, other) => other.usedAt - one.usedAt);
  for (const { space } of newestFirst.slice(COPIES)) await dropCopy(db, space);
}

/** Every chunk of a space: an empty list sorts after all other keys. */
function chunksOf(space: string): IDBKeyRange {
  return IDBKeyRange.bound([space], [space, []]);
}
