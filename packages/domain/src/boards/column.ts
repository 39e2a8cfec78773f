import { BEYOND_KEYS, defineTable } from '../kernel/index.ts';
import type { Table } from '../kernel/index.ts';

/** Stages are the team's own; each board ends with the two fixed columns `done` and `trash`. */
export type ColumnKind = 'stage' | 'done' | 'trash';

export interface Column {
  /** ColumnId. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** Empty for a fixed column that nobody has named: it is then shown in the reader's language. */
  readonly name: string;
  /** OrderKey among the board's columns. */
  readonly position: string;
}

export const columns: Table<Column> = defineTable<Column>('column', { by: null, at: 'position' });

/** Done and Trash stay last. */
export const FIXED_POSITION: { readonly done: string; readonly trash: string } = {
  done: `${BEYOND_KEYS}done`,
  trash: `${BEYOND_KEYS}trash`,
};
