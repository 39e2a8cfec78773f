import { createHash } from 'node:crypto';
import { columns } from '@talka/domain/boards';
import type { Fields, Row, Store } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { BOARD_TABLES } from '@talka/domain/wire';

/** Short text that is the same for two copies of a board only when they are; texts fetched one by one left out. */
export function digestOf(store: Store): string {
  const hash = createHash('sha256');
  for (const table of BOARD_TABLES) {
    if (table.name === 'description') continue;
    const rows = [...store.rows<Row>(table)].toSorted((one, other) => (one.id < other.id ? -1 : 1));
    for (const row of rows) hash.update(sorted(row as unknown as Fields));
  }
  for (const id of store.list(columns)) hash.update(`${id}:${store.list(tasks, id).join()}`);
  return hash.digest('hex').slice(0, 16);
}

function sorted(fields: Fields): string {
  const names = Object.keys(fields).toSorted();
  return JSON.stringify(names.map((name) => [name, fields[name] ?? null]));
}
