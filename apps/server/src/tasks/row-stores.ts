import { assignments, descriptions, taggings, tags, tasks } from '@talka/domain/tasks';
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
    createRowStore({ table: tags, sqlTable: 'tags', fields: ['name', 'hue', 'position'] }),
    createRowStore({ table: taggings, sqlTable: 'taggings', fields: ['taskId', 'tagId'] }),
    createRowStore({ table: assignments, sqlTable: 'assignments', fields: ['taskId', 'userId'] }),
    createRowStore({ table: descriptions, sqlTable: 'descriptions', fields: ['text'], held: false }),
  ];
}
