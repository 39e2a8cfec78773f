/** How a task stands, independent of its column; in the order in which a person chooses among them. */
export const TASK_STATUSES = [
  'normal',
  'ready',
  'in-progress',
  'needs-review',
  'needs-rework',
  'on-hold',
  'blocked',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** How much a task matters, least first. */
export const TASK_PRIORITIES = ['normal', 'high', 'critical'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];
