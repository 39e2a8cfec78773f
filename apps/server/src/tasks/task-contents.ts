import './tables.ts';
import { keyOf } from '@talka/domain/kernel';
import { countOpenTasks, descriptions } from '@talka/domain/tasks';
import type { EnrichHistory, RowStore } from '../boards/index.ts';
import { taskRowStores } from './row-stores.ts';

/** What tasks add to a board: their rows, their count, and what their history remembers. */
export function taskContents(): {
  readonly rowStores: readonly RowStore[];
  readonly openTasks: typeof countOpenTasks;
  readonly enrichHistory: EnrichHistory;
} {
  return { rowStores: taskRowStores(), openTasks: countOpenTasks, enrichHistory: keepReplacedText };
}

/** A description is one text that the last writer wins; the one it replaced stays in history. */
const keepReplacedText: EnrichHistory = async (tx, boardId, event, replaced) => {
  if (event.kind !== 'task.described' || event.taskId === null) return event;
  const key = keyOf(descriptions.name, event.taskId);
  const justWritten = replaced.find(([replacedKey]) => replacedKey === key)?.[1]?.['text'];
  if (justWritten !== undefined) return { ...event, data: { ...event.data, replaced: justWritten } };
  const old = await tx
    .selectFrom('descriptions')
    .select('text')
    .where('board_id', '=', boardId)
    .where('id', '=', event.taskId)
    .executeTakeFirst();
  return { ...event, data: { ...event.data, replaced: old?.text ?? '' } };
};
