import type { TaskPriority, TaskStatus } from '@talka/domain/tasks';
import type { BoardRowTable } from '../boards/index.ts';

export interface TaskTable extends BoardRowTable {
  readonly column_id: string;
  readonly position: string;
  readonly title: string;
  readonly described: 0 | 1;
  readonly status: TaskStatus;
  readonly priority: TaskPriority;
  readonly due_date: string | null;
  readonly due_time: string | null;
  readonly due_zone: string | null;
  readonly created_by: string;
  readonly created_at: number;
  readonly trashed_by: string | null;
  readonly trashed_at: number | null;
  readonly trashed_from: string | null;
  readonly trashed_after: string | null;
}

export interface DescriptionTable extends BoardRowTable {
  readonly text: string;
}

export interface TagTable extends BoardRowTable {
  readonly name: string;
  readonly hue: number;
  readonly position: string;
}

export interface TaggingTable extends BoardRowTable {
  readonly task_id: string;
  readonly tag_id: string;
}

export interface AssignmentTable extends BoardRowTable {
  readonly task_id: string;
  readonly user_id: string;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    tasks: TaskTable;
    descriptions: DescriptionTable;
    tags: TagTable;
    taggings: TaggingTable;
    assignments: AssignmentTable;
  }
}
