import type { Task } from '@talka/domain/tasks';

/** The sizes of a card in pixels, as its styles make them. */
const PADDING = 19;
const LINE = 18.6;
const META = 29;
const CHARACTERS_A_LINE = 33;
const LINES_MAX = 6;

/** How tall a card will probably be, before it has been seen. */
export function estimateCard(task: Task | undefined): number {
  if (task === undefined) return PADDING + LINE;
  const lines = Math.min(LINES_MAX, Math.ceil(task.title.length / CHARACTERS_A_LINE));
  const hasMeta = task.described === 1 || task.trashedAt !== null || task.status !== 'normal';
  return PADDING + lines * LINE + (hasMeta ? META : 0);
}
