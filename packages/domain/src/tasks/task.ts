import { defineTable } from '../kernel/index.ts';
import type { Table } from '../kernel/index.ts';
import type { TaskPriority, TaskStatus } from './task-status.ts';

export interface Task {
  /** TaskId. */
  readonly id: string;
  readonly columnId: string;
  /** OrderKey in its column. */
  readonly position: string;
  readonly title: string;
  /** 1 when it has a description; the text itself is fetched when the task is opened. */
  readonly described: 0 | 1;
  readonly status: TaskStatus;
  readonly priority: TaskPriority;
  /** ISO calendar date on which it is due in `dueZone`, until the end of that day; null when it isn't due. */
  readonly dueDate: string | null;
  /** `14:30` when it is due at a time of that day. */
  readonly dueTime: string | null;
  /** IANA name of the time zone of the person who set it. */
  readonly dueZone: string | null;
  /** UserId. */
  readonly createdBy: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Who moved it to Trash and when, and the place it goes back to; null outside Trash. */
  readonly trashedBy: string | null;
  readonly trashedAt: number | null;
  readonly trashedFrom: string | null;
  readonly trashedAfter: string | null;
}

export const tasks: Table<Task> = defineTable<Task>('task', { by: 'columnId', at: 'position' });

/** A task's description: kept apart, so that opening a board doesn't carry every text. */
export interface Description {
  /** TaskId. */
  readonly id: string;
  readonly text: string;
}

export const descriptions: Table<Description> = defineTable<Description>('description');
