import { boards, columns, detours, members } from '../boards/index.ts';
import { Store } from '../kernel/index.ts';
import type { AnyTable } from '../kernel/index.ts';
import { assignments, descriptions, taggings, tags, tasks } from '../tasks/index.ts';

/** Every table of a board's store, on both sides. */
export const BOARD_TABLES: readonly AnyTable[] = [
  boards,
  columns,
  detours,
  members,
  tasks,
  descriptions,
  tags,
  taggings,
  assignments,
];

/**
 * Raised when rows or commands change their meaning, so that a browser with an older app is told to reload instead
 * of misreading.
 */
export const SCHEMA_VERSION = 2;

export function boardStore(onTouch?: (key: string) => void): Store {
  return new Store(BOARD_TABLES, onTouch);
}
