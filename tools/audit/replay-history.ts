import { z } from 'zod';

interface Line {
  readonly kind: string;
  readonly task_id: string | null;
  readonly data: string;
}

/** A task as the log tells it; the column is null where the log doesn't say which. */
export interface ToldTask {
  readonly title: string;
  readonly column: string | null;
}

interface Fixed {
  readonly trash: string;
  /** Where the tasks of each deleted column went. */
  readonly detours: ReadonlyMap<string, string>;
}

const text = z.string().catch('');
const dataSchema = z.object({ title: text, to: text, columnId: text });
type Data = z.output<typeof dataSchema>;

/** Runs through a board's log and tells where each task should be and what it should be called. */
export function replayHistory(lines: readonly Line[], fixed: Fixed): ReadonlyMap<string, ToldTask> {
  const told = new Map<string, ToldTask>();
  const everRestored = new Set(
    lines.filter(({ kind }) => kind === 'column.restored').map(({ data }) => read(data).columnId),
  );
  for (const { kind, task_id: id, data: json } of lines) {
    const data = read(json);
    if (id !== null) tellTask(told, id, { kind, data, trash: fixed.trash });
    // Of a column that was deleted twice only the last detour is known.
    else if (kind === 'column.deleted') {
      const target = everRestored.has(data.columnId) ? null : (fixed.detours.get(data.columnId) ?? null);
      moveAll(told, data.columnId, target);
    }
    // A restored column takes tasks along, and the log doesn't say which.
    else if (kind === 'column.restored') for (const one of told.keys()) change(told, one, { column: null });
  }
  return told;
}

function read(json: string): Data {
  return dataSchema.parse(JSON.parse(json));
}

interface TaskLine {
  readonly kind: string;
  readonly data: Data;
  readonly trash: string;
}

function tellTask(told: Map<string, ToldTask>, id: string, { kind, data, trash }: TaskLine): void {
  if (kind === 'task.added') told.set(id, { title: data.title, column: data.columnId });
  if (kind === 'task.renamed') change(told, id, { title: data.to });
  if (kind === 'task.moved' || kind === 'task.restored') change(told, id, { column: data.to });
  if (kind === 'task.trashed') change(told, id, { column: trash });
}

function moveAll(told: Map<string, ToldTask>, from: string, to: string | null): void {
  for (const [id, { column }] of told) if (column === from) change(told, id, { column: to });
}

function change(told: Map<string, ToldTask>, id: string, fields: Partial<ToldTask>): void {
  const task = told.get(id);
  if (task !== undefined) told.set(id, { ...task, ...fields });
}
