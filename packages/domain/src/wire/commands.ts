import {
  addColumn,
  addMember,
  leaveBoard,
  moveColumn,
  removeMember,
  renameBoard,
  renameColumn,
  setMemberRole,
} from '../boards/index.ts';
import type { BoardCommand } from '../boards/index.ts';
import { addTasks, deleteColumn, describeTask, moveTask, renameTask, restoreTask, trashTask } from '../tasks/index.ts';

/** What a person may send, by name; the only list of them. */
export const COMMANDS = {
  'board.rename': renameBoard,
  'column.add': addColumn,
  'column.rename': renameColumn,
  'column.move': moveColumn,
  'column.delete': deleteColumn,
  'member.setRole': setMemberRole,
  'member.remove': removeMember,
  'member.leave': leaveBoard,
  'task.add': addTasks,
  'task.rename': renameTask,
  'task.describe': describeTask,
  'task.move': moveTask,
  'task.trash': trashTask,
  'task.restore': restoreTask,
} as const;

/** What only the server sends, out of an invitation that was accepted. */
export const SERVER_COMMANDS = { 'member.add': addMember } as const;

export type CommandName = keyof typeof COMMANDS;
export type ServerCommandName = keyof typeof SERVER_COMMANDS;

type All = typeof COMMANDS & typeof SERVER_COMMANDS;
export type AnyCommandName = keyof All;
export type CommandArgs<Name extends AnyCommandName> =
  All[Name] extends BoardCommand<infer Args> ? Args : never;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

const ALL: Readonly<Record<string, BoardCommand<never>>> = { ...COMMANDS, ...SERVER_COMMANDS };

/** The command of a name, its arguments erased: they were parsed at the edge or made by our own code. */
export function commandOf(name: AnyCommandName): BoardCommand<unknown> {
  return ALL[name] as BoardCommand<unknown>;
}
