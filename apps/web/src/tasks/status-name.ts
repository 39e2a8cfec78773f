import { t } from '@lingui/core/macro';
import type { TaskPriority, TaskStatus } from '@talka/domain/tasks';

/** A status in the reader's language. */
export function statusName(status: TaskStatus): string {
  return STATUSES[status].name();
}

/** Its hue on chips; Normal has none, since it isn't shown. */
export function statusHue(status: TaskStatus): number {
  return STATUSES[status].hue;
}

/** A priority in the reader's language. */
export function priorityName(priority: TaskPriority): string {
  return PRIORITIES[priority]();
}

const STATUSES: Readonly<Record<TaskStatus, { readonly name: () => string; readonly hue: number }>> = {
  normal: { name: () => t({ message: 'Normal', context: 'status' }), hue: 230 },
  ready: { name: () => t({ message: 'Ready', context: 'status' }), hue: 235 },
  'in-progress': { name: () => t({ message: 'In progress', context: 'status' }), hue: 75 },
  'needs-review': { name: () => t({ message: 'Needs review', context: 'status' }), hue: 295 },
  'needs-rework': { name: () => t({ message: 'Needs rework', context: 'status' }), hue: 25 },
  'on-hold': { name: () => t({ message: 'On hold', context: 'status' }), hue: 350 },
  blocked: { name: () => t({ message: 'Blocked', context: 'status' }), hue: 25 },
};

const PRIORITIES: Readonly<Record<TaskPriority, () => string>> = {
  normal: () => t({ message: 'Normal', context: 'priority' }),
  high: () => t({ message: 'High', context: 'priority' }),
  critical: () => t({ message: 'Critical', context: 'priority' }),
};
