import type { BoardFacts } from './board-facts.ts';
import { replayHistory } from './replay-history.ts';

/** What is wrong with the log of a board: its numbers, and what the rows say where the log tells it otherwise. */
export function checkHistory(facts: BoardFacts): readonly string[] {
  return [...checkLines(facts), ...checkClients(facts), ...compareWithLog(facts)];
}

/** Not every command tells something, so numbers may be left out; parts of one number may not. */
function checkLines({ board, history }: BoardFacts): string[] {
  const wrong: string[] = [];
  const [first] = history;
  if (first?.kind !== 'board.created' || first.seq !== 1) wrong.push('its history does not begin with its creation');
  for (const [seq, lines] of Map.groupBy(history, (line) => line.seq)) {
    if (seq < 1 || seq > board.seq) wrong.push(`its history has number ${seq}, the board is at ${board.seq}`);
    if (lines.some(({ part }, index) => part !== index))
      wrong.push(`parts of number ${seq} are missing in its history`);
  }
  return wrong;
}

function checkClients({ clients }: BoardFacts): string[] {
  return clients.flatMap(({ id, last_counter, refused }) => {
    const counters = (JSON.parse(refused) as { readonly i: number }[]).map(({ i }) => i);
    const isOrdered = counters.every((i, index) => i > (counters[index - 1] ?? 0) && i <= last_counter);
    return isOrdered ? [] : [`client ${id} is at ${last_counter}, its refusals are ${counters.join(', ')}`];
  });
}

function compareWithLog({ columns, detours, tasks, history }: BoardFacts): string[] {
  const trash = columns.find(({ kind, deleted_at }) => kind === 'trash' && deleted_at === null)?.id ?? '';
  const told = replayHistory(history, { trash, detours: new Map(detours.map((row) => [row.id, row.column_id])) });
  const living = new Map(tasks.filter(({ deleted_at }) => deleted_at === null).map((task) => [task.id, task]));
  const lost = [...told.keys()].filter((id) => !living.has(id)).map((id) => `task ${id} of its history is lost`);
  const differing = [...living.values()].flatMap(({ id, title, column_id: column }) => {
    const log = told.get(id);
    if (log === undefined) return [`task ${id} is in no history`];
    return [
      ...(log.title === title ? [] : [`task ${id} is called "${title}", by its history "${log.title}"`]),
      ...(log.column === null || log.column === column
        ? []
        : [`task ${id} is in column ${column}, by its history in ${log.column}`]),
    ];
  });
  return [...lost, ...differing];
}
