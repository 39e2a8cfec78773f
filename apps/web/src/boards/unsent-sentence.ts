import { plural, t } from '@lingui/core/macro';
import { columns, members } from '@talka/domain/boards';
import type { Store } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import type { LostEdit } from '../app/local/local.ts';
import { isObject } from '../app/parse.ts';

/** The words in a command's arguments, whatever they hold. */
interface Words {
  /** What it was to be called. */
  readonly to: string;
  readonly task: string;
  readonly column: string;
  readonly person: string;
  readonly titles: readonly string[];
}

/** What a change that couldn't be saved was to do, with the words that were written. */
export function unsentSentence({ n, a }: Pick<LostEdit, 'n' | 'a'>, store: Store): string {
  const sentence = SENTENCES.get(n);
  return sentence === undefined ? t`A change made with another version of Talka` : sentence(wordsOf(a, store));
}

const SENTENCES = new Map<string, (words: Words) => string>([
  ['board.rename', ({ to }) => t`Rename the board to “${to}”`],
  ['column.add', ({ to }) => t`Add the column “${to}”`],
  ['column.rename', ({ column, to }) => t`Rename the column “${column}” to “${to}”`],
  ['column.move', ({ column }) => t`Move the column “${column}”`],
  ['column.delete', ({ column }) => t`Delete the column “${column}”`],
  ['task.add', ({ titles }) => addSentence(titles)],
  ['task.rename', ({ task, to }) => t`Rename the task “${task}” to “${to}”`],
  ['task.describe', ({ task }) => t`Describe the task “${task}”`],
  ['task.setStatus', ({ task }) => t`Change the status of “${task}”`],
  ['task.setPriority', ({ task }) => t`Change the priority of “${task}”`],
  ['task.setDue', ({ task }) => t`Change the due date of “${task}”`],
  ['task.assign', ({ task, person }) => t`Assign “${task}” to ${person}`],
  ['task.unassign', ({ task, person }) => t`Take ${person} off “${task}”`],
  ['task.tag', ({ task }) => t`Put a tag on “${task}”`],
  ['task.untag', ({ task }) => t`Take a tag off “${task}”`],
  ['tag.add', ({ to }) => t`Add the tag “${to}”`],
  ['tag.rename', ({ to }) => t`Rename a tag to “${to}”`],
  ['tag.recolour', () => t`Recolour a tag`],
  ['tag.delete', () => t`Delete a tag`],
  ['task.move', ({ task }) => t`Move the task “${task}”`],
  ['task.trash', ({ task }) => t`Move the task “${task}” to Trash`],
  ['task.restore', ({ task }) => t`Take the task “${task}” out of Trash`],
  ['tasks.trash', () => t`Move tasks to Trash`],
  ['tasks.restore', () => t`Take tasks out of Trash`],
  ['column.restore', () => t`Bring a column back`],
  ['member.setRole', ({ person }) => t`Change the role of ${person}`],
  ['member.remove', ({ person }) => t`Remove ${person} from the board`],
  ['member.leave', () => t`Leave the board`],
]);

function wordsOf(a: unknown, store: Store): Words {
  const args = isObject(a) ? a : {};
  const id = textOf(args.id);
  return {
    to: textOf(args.name ?? args.title),
    task: store.get(tasks, id)?.title ?? t`a task`,
    column: store.get(columns, id)?.name ?? t`a column`,
    person: store.get(members, textOf(args.user))?.name ?? t`a person`,
    titles: titlesOf(args.tasks),
  };
}

/** What a person would write again, as text to paste elsewhere. */
export function unsentWords(edit: Pick<LostEdit, 'n' | 'a'>, store: Store): string {
  const args = isObject(edit.a) ? edit.a : {};
  const text = edit.n === 'task.describe' ? textOf(args.text) : titlesOf(args.tasks).slice(1).join('\n');
  return [unsentSentence(edit, store), text].filter((line) => line !== '').join('\n');
}

function addSentence(titles: readonly string[]): string {
  const [first = ''] = titles;
  if (titles.length <= 1) return t`Add the task “${first}”`;
  return t`Add “${first}” and ${plural(titles.length - 1, { one: '# more task', other: '# more tasks' })}`;
}

function titlesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((each: unknown) => (isObject(each) ? textOf(each.title) : ''));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
