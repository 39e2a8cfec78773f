import { plural, t } from '@lingui/core/macro';
import { columns, members } from '@talka/domain/boards';
import type { Store } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import type { LostEdit } from '../app/local/local.ts';
import { isObject } from '../app/parse.ts';

/** What a change that couldn't be saved was to do, with the words that were written; whatever its arguments hold. */
export function unsentSentence({ n, a }: Pick<LostEdit, 'n' | 'a'>, store: Store): string {
  const args = isObject(a) ? a : {};
  const id = textOf(args.id);
  const task = store.get(tasks, id)?.title ?? t`a task`;
  const column = store.get(columns, id)?.name ?? t`a column`;
  const person = store.get(members, textOf(args.user))?.name ?? t`a person`;
  switch (n) {
    case 'board.rename':
      return t`Rename the board to “${textOf(args.name)}”`;
    case 'column.add':
      return t`Add the column “${textOf(args.name)}”`;
    case 'column.rename':
      return t`Rename the column “${column}” to “${textOf(args.name)}”`;
    case 'column.move':
      return t`Move the column “${column}”`;
    case 'column.delete':
      return t`Delete the column “${column}”`;
    case 'task.add':
      return addSentence(titlesOf(args.tasks));
    case 'task.rename':
      return t`Rename the task “${task}” to “${textOf(args.title)}”`;
    case 'task.describe':
      return t`Describe the task “${task}”`;
    case 'task.move':
      return t`Move the task “${task}”`;
    case 'task.trash':
      return t`Move the task “${task}” to Trash`;
    case 'task.restore':
      return t`Take the task “${task}” out of Trash`;
    case 'member.setRole':
      return t`Change the role of ${person}`;
    case 'member.remove':
      return t`Remove ${person} from the board`;
    case 'member.leave':
      return t`Leave the board`;
    default:
      return t`A change made with another version of Talka`;
  }
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
