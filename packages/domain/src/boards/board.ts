import { defineTable } from '../kernel/index.ts';
import type { Table } from '../kernel/index.ts';

/** The board's own row; a store holds exactly one. */
export interface Board {
  /** BoardId. */
  readonly id: string;
  /** AccountId of the account that owns it. */
  readonly accountId: string;
  readonly kind: 'task';
  readonly name: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export const boards: Table<Board> = defineTable<Board>('board');
