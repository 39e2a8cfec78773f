import { t } from '@lingui/core/macro';
import type { CommandName } from '@talka/domain/wire';

/** Names what an undo took back, or a redo did again, in the person's language. */
export function deedName(name: CommandName): string {
  return NAMES[name]();
}

const other = (): string => t`The change`;
const toTrash = (): string => t`Moving to Trash`;
const fromTrash = (): string => t`Restoring from Trash`;

const NAMES: Readonly<Record<CommandName, () => string>> = {
  'board.rename': () => t`Renaming the board`,
  'column.add': () => t`Adding a column`,
  'column.rename': () => t`Renaming a column`,
  'column.move': () => t`Moving a column`,
  'column.delete': () => t`Deleting a column`,
  'column.restore': () => t`Bringing a column back`,
  'member.setRole': () => t`Changing a role`,
  'member.remove': other,
  'member.leave': other,
  'task.add': () => t`Adding tasks`,
  'task.rename': () => t`Renaming a task`,
  'task.describe': other,
  'task.setStatus': () => t`Changing a status`,
  'task.setPriority': () => t`Changing a priority`,
  'task.setDue': () => t`Changing a due date`,
  'task.assign': () => t`Assigning a person`,
  'task.unassign': () => t`Taking a person off`,
  'task.tag': () => t`Putting a tag on`,
  'task.untag': () => t`Taking a tag off`,
  'tag.add': () => t`Adding a tag`,
  'tag.rename': () => t`Renaming a tag`,
  'tag.recolour': () => t`Recolouring a tag`,
  'tag.delete': () => t`Deleting a tag`,
  'task.move': () => t`Moving a task`,
  'task.trash': toTrash,
  'tasks.trash': toTrash,
  'task.restore': fromTrash,
  'tasks.restore': fromTrash,
};
