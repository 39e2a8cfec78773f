import { BOARD_ROLES } from '@talka/domain/boards';
import { isId, LIMITS } from '@talka/domain/kernel';
import type { ColumnId, TagId, TaskId, UserId } from '@talka/domain/kernel';
import { TASK_PRIORITIES, TASK_STATUSES, TASKS_BROUGHT_BACK } from '@talka/domain/tasks';
import type { CommandArguments, CommandName } from '@talka/domain/wire';
import { z } from 'zod';

const id = z.string().refine(isId, 'must be an id');
const columnId = id.transform((text) => text as ColumnId);
const taskId = id.transform((text) => text as TaskId);
const tagId = id.transform((text) => text as TagId);
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
const tagName = text(LIMITS.tagName);
const hue = z.number().int();
/** Whether there is such a day, hour and zone is for the rule to say. */
const due = z.strictObject({
  date: z.string().max(16),
  time: z.string().max(8).nullable(),
  timeZone: z.string().max(64),
});

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
  'task.setDue': z.strictObject({ id: taskId, due: due.nullable() }),
  'task.assign': z.strictObject({ id: taskId, user: userId }),
  'task.unassign': z.strictObject({ id: taskId, user: userId }),
  'task.tag': z.strictObject({ id: taskId, tag: tagId }),
  'task.untag': z.strictObject({ id: taskId, tag: tagId }),
  'tag.add': z.strictObject({ id: tagId, name: tagName, hue, after: tagId.nullable().optional() }),
  'tag.rename': z.strictObject({ id: tagId, name: tagName }),
  'tag.recolour': z.strictObject({ id: tagId, hue }),
  'tag.delete': z.strictObject({ id: tagId, ifUnused: z.literal(true).optional() }),
  'task.move': z.strictObject({ id: taskId, column: columnId, after: taskId.nullable() }),
  'task.trash': z.strictObject({ id: taskId }),
  'task.restore': z.strictObject({ id: taskId }),
  'tasks.trash': z.strictObject({ ids: z.array(taskId).min(1).max(LIMITS.tasksPerPaste) }),
  'tasks.restore': z.strictObject({ ids: z.array(taskId).min(1).max(LIMITS.tasksPerPaste) }),
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMAND_SCHEMAS, name);
}
