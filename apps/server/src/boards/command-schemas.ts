import { BOARD_ROLES } from '@talka/domain/boards';
import { isId, LIMITS } from '@talka/domain/kernel';
import type { ColumnId, TaskId, UserId } from '@talka/domain/kernel';
import type { CommandArguments, CommandName } from '@talka/domain/wire';
import { z } from 'zod';

const id = z.string().refine(isId, 'must be an id');
const columnId = id.transform((text) => text as ColumnId);
const taskId = id.transform((text) => text as TaskId);
const userId = id.transform((text) => text as UserId);

// Texts are cut to size by the commands themselves, with a sentence for people; these bounds only keep nonsense out.
const line = z.string().max(LIMITS.taskTitle * 4);
const text = z.string().max(LIMITS.taskDescription * 2);

type Schemas = { readonly [Name in CommandName]: z.ZodType<CommandArguments[Name]> };

/** What the arguments of each command must look like when they come from outside. */
export const COMMAND_SCHEMAS: Schemas = {
  'board.rename': z.strictObject({ name: line }),
  'column.add': z.strictObject({ id: columnId, name: line, after: columnId.nullable() }),
  'column.rename': z.strictObject({ id: columnId, name: line }),
  'column.move': z.strictObject({ id: columnId, after: columnId.nullable() }),
  'column.delete': z.strictObject({ id: columnId, to: columnId.nullable() }),
  'member.setRole': z.strictObject({ user: userId, role: z.enum(BOARD_ROLES) }),
  'member.remove': z.strictObject({ user: userId }),
  'member.leave': z.strictObject({}),
  'task.add': z.strictObject({
    column: columnId,
    after: taskId.nullable(),
    tasks: z.array(z.strictObject({ id: taskId, title: line })).max(LIMITS.tasksPerPaste),
  }),
  'task.rename': z.strictObject({ id: taskId, title: line }),
  'task.describe': z.strictObject({ id: taskId, text }),
  'task.move': z.strictObject({ id: taskId, column: columnId, after: taskId.nullable() }),
  'task.trash': z.strictObject({ id: taskId }),
  'task.restore': z.strictObject({ id: taskId }),
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMAND_SCHEMAS, name);
}
