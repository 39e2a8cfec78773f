import { plural, t } from '@lingui/core/macro';
import type { Problem } from '@talka/domain/kernel';

/** Why a change to a board was refused and what now, in the person's language. */
export function boardProblemSentence({ code, info = {} }: Problem): string {
  const max = Number(info['max'] ?? 0);
  switch (code) {
    case 'forbidden':
      return t`Your role on this board doesn't allow this. Ask a Board Admin.`;
    case 'task-gone':
      return t`This task is no longer on the board.`;
    case 'column-gone':
      return t`This column is no longer on the board.`;
    case 'column-fixed':
      return t`Done and Trash are part of every board and stay as they are.`;
    case 'changed-since':
      return t`Somebody has changed this since, so it stays as it is.`;
    case 'member-gone':
      return t`This person is no longer on the board's team.`;
    case 'last-admin':
      return t`A board needs a Board Admin. Make someone else Board Admin first.`;
    case 'text-empty':
      return t`A name can't be empty.`;
    case 'text-too-long':
      return t`This text is too long: ${plural(max, { one: '# character', other: '# characters' })} at most.`;
    case 'too-many-lines':
      return t`These are too many at once: ${plural(max, { one: '# line', other: '# lines' })} at most.`;
    case 'too-many-columns':
      return t`A board has ${plural(max, { one: '# column', other: '# columns' })} at most.`;
    case 'board-full':
      return t`A board has ${plural(max, { one: '# task', other: '# tasks' })} at most.`;
    case 'team-full':
      return t`A board's team has ${plural(max, { one: '# person', other: '# people' })} at most.`;
    default:
      return t`The server didn't accept this change, so it was taken back.`;
  }
}
