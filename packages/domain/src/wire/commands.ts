import { addColumn, addMember, moveColumn, renameBoard, renameColumn, renameMember } from '../boards/index.ts';
import type { AddColumn, AddMember, BoardCommand, BoardRole } from '../boards/index.ts';
import type { ColumnId, TagId, TaskId, UserId } from '../kernel/index.ts';
import {
  addTag,
  addTasks,
  assignTask,
  deleteColumn,
  deleteTag,
  describeTask,
  leaveBoard,
  moveTask,
  recolourTag,
  removeMember,
  renameTag,
  renameTask,
  restoreColumn,
  restoreTask,
  restoreTasks,
  setDue,
  setMemberRole,
  setPriority,
  setStatus,
  tagTask,
  trashTask,
  trashTasks,
  unassignTask,
  untagTask,
} from '../tasks/index.ts';
import type {
  AddTag,
  AddTasks,
  AssignTask,
  DeleteColumn,
  DeleteTag,
  ManyTasks,
  MoveTask,
  RestoreColumn,
  SetDue,
  TagTask,
  TaskPriority,
  TaskStatus,
} from '../tasks/index.ts';

/** What a person may send, by name, and what goes with it. */
export interface CommandArguments {
  readonly 'board.rename': { readonly name: string };
  readonly 'column.add': AddColumn;
  readonly 'column.rename': { readonly id: ColumnId; readonly name: string };
  readonly 'column.move': { readonly id: ColumnId; readonly after: ColumnId | null };
  readonly 'column.delete': DeleteColumn;
  readonly 'column.restore': RestoreColumn;
  readonly 'member.setRole': { readonly user: UserId; readonly role: BoardRole };
  readonly 'member.remove': { readonly user: UserId };
  readonly 'member.leave': Readonly<Record<string, never>>;
  readonly 'task.add': AddTasks;
  readonly 'task.rename': { readonly id: TaskId; readonly title: string };
  readonly 'task.describe': { readonly id: TaskId; readonly text: string };
  readonly 'task.setStatus': { readonly id: TaskId; readonly status: TaskStatus };
  readonly 'task.setPriority': { readonly id: TaskId; readonly priority: TaskPriority };
  readonly 'task.setDue': SetDue;
  readonly 'task.assign': AssignTask;
  readonly 'task.unassign': AssignTask;
  readonly 'task.tag': TagTask;
  readonly 'task.untag': TagTask;
  readonly 'tag.add': AddTag;
  readonly 'tag.rename': { readonly id: TagId; readonly name: string };
  readonly 'tag.recolour': { readonly id: TagId; readonly hue: number };
  readonly 'tag.delete': DeleteTag;
  readonly 'task.move': MoveTask;
  readonly 'task.trash': { readonly id: TaskId };
  readonly 'task.restore': { readonly id: TaskId };
  readonly 'tasks.trash': ManyTasks;
  readonly 'tasks.restore': ManyTasks;
}

/** What only the server sends: people join a board by an invitation, and change their name in their profile. */
export interface ServerCommandArguments {
  readonly 'member.add': AddMember;
  readonly 'member.rename': { readonly user: UserId; readonly name: string };
}

export type CommandName = keyof CommandArguments;
export type AnyCommandName = CommandName | keyof ServerCommandArguments;
export type CommandArgs<Name extends CommandName> = CommandArguments[Name];

type Registry<Arguments> = { readonly [Name in keyof Arguments]: BoardCommand<Arguments[Name]> };

export const COMMANDS: Registry<CommandArguments> = {
  'board.rename': renameBoard,
  'column.add': addColumn,
  'column.rename': renameColumn,
  'column.move': moveColumn,
  'column.delete': deleteColumn,
  'column.restore': restoreColumn,
  'member.setRole': setMemberRole,
  'member.remove': removeMember,
  'member.leave': leaveBoard,
  'task.add': addTasks,
  'task.rename': renameTask,
  'task.describe': describeTask,
  'task.setStatus': setStatus,
  'task.setPriority': setPriority,
  'task.setDue': setDue,
  'task.assign': assignTask,
  'task.unassign': unassignTask,
  'task.tag': tagTask,
  'task.untag': untagTask,
  'tag.add': addTag,
  'tag.rename': renameTag,
  'tag.recolour': recolourTag,
  'tag.delete': deleteTag,
  'task.move': moveTask,
  'task.trash': trashTask,
  'task.restore': restoreTask,
  'tasks.trash': trashTasks,
  'tasks.restore': restoreTasks,
};

export const SERVER_COMMANDS: Registry<ServerCommandArguments> = {
  'member.add': addMember,
  'member.rename': renameMember,
};

export const COMMAND_NAMES: readonly CommandName[] = Object.keys(COMMANDS) as CommandName[];

const ALL: Readonly<Record<string, unknown>> = { ...COMMANDS, ...SERVER_COMMANDS };

/** The command of a name, its arguments erased: they were parsed at the edge or made by our own code. */
export function commandOf(name: AnyCommandName): BoardCommand<unknown> {
  return ALL[name] as BoardCommand<unknown>;
}
