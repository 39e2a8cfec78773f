import { t } from '@lingui/core/macro';
import type { CommandName } from '@talka/domain/wire';
import { unreachable } from '@talka/domain/kernel';

/** Names what an undo took back, or a redo did again, in the person's language. */
export function deedName(name: CommandName): string {
  switch (name) {
    case 'board.rename':
      return t`Renaming the board`;
    case 'column.add':
      return t`Adding a column`;
    case 'column.rename':
      return t`Renaming a column`;
    case 'column.move':
      return t`Moving a column`;
    case 'column.delete':
      return t`Deleting a column`;
    case 'column.restore':
      return t`Bringing a column back`;
    case 'member.setRole':
      return t`Changing a role`;
    case 'task.add':
      return t`Adding tasks`;
    case 'task.rename':
      return t`Renaming a task`;
    case 'task.move':
      return t`Moving a task`;
    case 'task.trash':
    case 'tasks.trash':
      return t`Moving to Trash`;
    case 'task.restore':
    case 'tasks.restore':
      return t`Restoring from Trash`;
    case 'member.remove':
    case 'member.leave':
    case 'task.describe':
      return t`The change`;
    default:
      return unreachable(name);
  }
}
