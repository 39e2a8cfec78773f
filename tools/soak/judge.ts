import type { BoardId } from '@talka/domain/kernel';
import { boardRowStores, loadBoardMemory } from '../../apps/server/src/boards/index.ts';
import type { Database } from '../../apps/server/src/platform/database/database.ts';
import { taskContents } from '../../apps/server/src/tasks/index.ts';
import { auditDatabase } from '../audit/audit-database.ts';
import { digestOf } from './digest.ts';
import type { PageReport } from './soak-page.ts';

export interface Verdict {
  readonly commands: number;
  readonly refused: number;
  readonly reconnects: number;
  /** Commands that a page knows as accepted and the board hasn't counted. */
  readonly lost: number;
  /** Commands that the board has counted more often than pages ran them. */
  readonly doubled: number;
  /** Pages that show something else than the database, or wait for an answer still. */
  readonly diverged: number;
  /** What the audit found. */
  readonly wrong: readonly string[];
}

/** Compares what all pages saw with what the database says. */
export async function judge(database: Database, reports: readonly PageReport[]): Promise<Verdict> {
  const rowStores = [...boardRowStores(), ...taskContents().rowStores];
  let [lost, doubled, diverged] = [0, 0, 0];
  for (const [board, pages] of Map.groupBy(reports, (report) => report.board)) {
    const memory = await database.snapshot((tx) => loadBoardMemory(tx, rowStores, board as BoardId));
    if (memory === null) throw new Error(`board ${board} is gone`);
    // One number made the board, one each let a person join it, the others are commands of these pages.
    const counted = memory.seq - pages.length;
    const accepted = sum(pages, ({ issued, refused, pending }) => issued - refused - pending);
    lost += Math.max(0, accepted - counted);
    doubled += Math.max(0, counted - accepted);
    const digest = digestOf(memory.store);
    diverged += pages.filter((page) => page.seq !== memory.seq || page.digest !== digest || page.pending > 0).length;
  }
  return {
    commands: sum(reports, ({ issued }) => issued),
    refused: sum(reports, ({ refused }) => refused),
    reconnects: sum(reports, ({ reconnects }) => reconnects),
    lost,
    doubled,
    diverged,
    wrong: (await auditDatabase(database)).wrong,
  };
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
