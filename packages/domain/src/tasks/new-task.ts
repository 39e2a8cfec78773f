import type { Task } from './task.ts';

/** A task as it begins: what is given, and nothing else set yet. */
export function newTask(given: Pick<Task, 'id' | 'columnId' | 'position' | 'title' | 'createdBy' | 'createdAt'>): Task {
  return {
    ...given,
    described: 0,
    status: 'normal',
    priority: 'normal',
    dueDate: null,
    dueTime: null,
    dueZone: null,
    trashedBy: null,
    trashedAt: null,
    trashedFrom: null,
    trashedAfter: null,
  };
}
