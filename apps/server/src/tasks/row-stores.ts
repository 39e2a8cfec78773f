import { descriptions, tasks } from '@talka/domain/tasks';
import { createRowStore } from '../boards/index.ts';
import type { RowStore } from '../boards/index.ts';

/** The rows this slice owns. */
export function taskRowStores(): readonly RowStore[] {
  return [
    createRowStore({
      table: tasks,
      sqlTable: 'tasks',
      fields: [
        'columnId',
        'position',
        'title',
        'described',
        'status',
        'priority',
        'dueDate',
        'dueTime',
        'dueZone',
        'createdBy',
        'createdAt',
        'trashedBy',
        'trashedAt',
        'trashedFrom',
        'trashedAfter',
      ],
    }),
    createRowStore({ table: descriptions, sqlTable: 'descriptions', fields: ['text'], held: false }),
  ];
}
