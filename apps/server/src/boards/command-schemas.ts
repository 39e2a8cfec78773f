import { BOARD_ROLES } from '@talka/domain/boards';
import { isId, LIMITS } from '@talka/domain/kernel';
import type { ColumnId, TaskId, UserId } from '@talka/domain/kernel';
import { TASK_PRIORITIES, TASK_STATUSES, TASKS_BROUGHT_BACK } from '@talka/domain/tasks';
import type { CommandArguments, CommandName } from '@talka/domain/wire';
import { z } from 'zod';

const id = z.string().refine(isId, 'must be an id');
const columnId = id.transform((text) => text as ColumnId);
const taskId = id.transform((text) => text as TaskId);
const userId = id.transform((text) => text as UserId);

/** Texts are held to size by the commands themselves, with a sentence for people; this only keeps nonsense out. */
export const TEXT_ROOM = 4;

/**
 * More marks on one letter than any script knows (Unicode's stream-safe form allows 30), counted through the invisible
 * characters that cleaning leaves out: putting n of them in order takes n² steps, seconds for a long text.
 */
const ACCENT_MOUNTAIN = /(?:\p{M}[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*){31}/u;

const text = (max: number) =>
  z
    .string()
    .max(max * TEXT_ROOM)
    .refine((written) => !ACCENT_MOUNTAIN.test(written), 'too many marks on one letter');
const columnName = text(LIMITS.columnName);
const title = text(LIMITS.taskTitle);

type Schemas = { readonly [Name in CommandName]: z.ZodType<CommandArguments[Name]> };

/** What the arguments of each command must look like when they come from outside. */
export const COMMAND_SCHEMAS: Schemas = {
  'board.rename': z.strictObject({ name: text(LIMITS.boardName) }),
  'column.add': z.strictObject({ id: columnId, name: columnName, after: columnId.nullable() }),
  'column.rename': z.strictObject({ id: columnId, name: columnName }),
  'column.move': z.strictObject({ id: columnId, after: columnId.nullable() }),
  'column.delete': z.strictObject({ id: columnId, to: columnId.nullable() }),
  'column.restore': z.strictObject({
    id: columnId,
    name: columnName,
    after: columnId.nullable(),
    tasks: z.array(taskId).max(TASKS_BROUGHT_BACK),
  }),
  'member.setRole': z.strictObject({ user: userId, role: z.enum(BOARD_ROLES) }),
  'member.remove': z.strictObject({ user: userId }),
  'member.leave': z.strictObject({}),
  'task.add': z.strictObject({
    column: columnId,
    after: taskId.nullable(),
    tasks: z.array(z.strictObject({ id: taskId, title })),
  }),
  'task.rename': z.strictObject({ id: taskId, title }),
  'task.describe': z.strictObject({ id: taskId, text: text(LIMITS.taskDescription) }),
  'task.setStatus': z.strictObject({ id: taskId, status: z.enum(TASK_STATUSES) }),
  'task.setPriority': z.strictObject({ id: taskId, priority: z.enum(TASK_PRIORITIES) }),
  'task.move': z.strictObject({ id: taskId, column: columnId, after: taskId.nullable() }),
  'task.trash': z.strictObject({ id: taskId }),
  'task.restore': z.strictObject({ id: taskId }),
  'tasks.trash': z.strictObject({ ids: z.array(taskId).min(1).max(LIMITS.tasksPerPaste) }),
  'tasks.restore': z.strictObject({ ids: z.array(taskId).min(1).max(LIMITS.tasksPerPaste) }),
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMAND_SCHEMAS, name);
}
