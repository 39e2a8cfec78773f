import { splitKey } from '../../kernel/index.ts';
import type { AnyTable, Row, Store } from '../../kernel/index.ts';
import { BOARD_TABLES, boardStore } from '../index.ts';
import type { Committed, DeltaFrame, Refused } from '../index.ts';

export interface Mark {
  readonly userId: string;
  readonly last: number;
  readonly refused: readonly Refused[];
}

/** Tables held in the memory of the server; a description passes through it only to be stored. */
export const HELD: readonly AnyTable[] = BOARD_TABLES.filter(({ name }) => name !== 'description');

/** What outlives the server: each row with the command that changed it last, and how far each client got. */
export class SimSql {
  readonly rows: Map<string, { readonly rev: number; readonly row: Row | null }> = new Map();
  readonly marks: Map<string, Mark> = new Map();
  seq = 0;

  constructor(seed: Store) {
    for (const table of BOARD_TABLES) {
      for (const row of seed.rows<Row>(table)) this.rows.set(`${table.name}/${row.id}`, { rev: 0, row });
    }
  }

  /** Stores rows as they stand in memory after a batch. */
  write(store: Store, committed: readonly Committed[]): void {
    for (const { s, p } of committed) {
      for (const [key] of p) this.rows.set(key, { rev: s, row: rowIn(store, key) });
      this.seq = s;
    }
  }

  memory(): Store {
    const store = boardStore();
    for (const table of HELD) {
      const rows = [...this.rows].filter(([key, { row }]) => row !== null && splitKey(key).table === table.name);
      store.load(
        table,
        rows.map(([, { row }]) => row as Row),
      );
    }
    return store;
  }

  since(isNew: (rev: number) => boolean): Pick<DeltaFrame, 'rows' | 'gone'> {
    const rows: Record<string, Row[]> = {};
    const gone: string[] = [];
    for (const [key, { rev, row }] of this.rows) {
      if (!isNew(rev)) continue;
      if (row === null) gone.push(key);
      else (rows[splitKey(key).table] ??= []).push(row);
    }
    return { rows, gone };
  }
}

function rowIn(store: Store, key: string): Row | null {
  const { table, id } = splitKey(key);
  const found = BOARD_TABLES.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`nobody stores ${table}`);
  return store.get<Row>(found, id) ?? null;
}
