import type { Task } from '@talka/domain/tasks';

/** The sizes of a card in pixels, as its styles make them. */
const PADDING = 19;
const LINE = 18.6;
const META = 29;
const META_MORE = 26;
const TAGS = 24;
const TAGS_MORE = 21;
const WIDTH = 244;
const CHARACTERS_A_LINE = 33;
const LINES_MAX = 6;

/** What stands on a card beside the task's own words. */
export interface CardLinks {
  /** Names of its tags. */
  readonly tags: readonly string[];
  readonly people: number;
}

const NONE: CardLinks = { tags: [], people: 0 };

/** How tall a card will probably be, before it has been seen. */
export function estimateCard(task: Task | undefined, { tags, people }: CardLinks = NONE): number {
  if (task === undefined) return PADDING + LINE;
  const flag = task.priority === 'normal' ? 0 : 3;
  const lines = Math.min(LINES_MAX, Math.ceil((task.title.length + flag) / CHARACTERS_A_LINE));
  const tagRows = rowsOf(tags.map((name) => 18 + name.length * 6.2));
  const signs = rowsOf(signWidths(task, people));
  const tagHeight = tagRows === 0 ? 0 : TAGS + (tagRows - 1) * TAGS_MORE;
  return PADDING + lines * LINE + tagHeight + (signs === 0 ? 0 : META + (signs - 1) * META_MORE);
}

function signWidths(task: Task, people: number): readonly number[] {
  return [
    ...(task.status === 'normal' ? [] : [100]),
    ...(task.dueDate === null ? [] : [95]),
    ...(task.described === 1 ? [24] : []),
    ...(task.trashedAt === null ? [] : [120]),
    ...(people === 0 ? [] : [Math.min(people, 4) * 19 + 12]),
  ];
}

/** In how many rows pieces of these widths stand. */
function rowsOf(widths: readonly number[]): number {
  let rows = 0;
  let left = 0;
  for (const width of widths) {
    if (rows === 0 || width > left) {
      rows += 1;
      left = WIDTH;
    }
    left -= width;
  }
  return rows;
}
