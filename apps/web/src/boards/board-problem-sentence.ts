import { plural, t } from '@lingui/core/macro';
import type { Problem } from '@talka/domain/kernel';

/** Why a change to a board was refused and what now, in the person's language. */
export function boardProblemSentence({ code, info = {} }: Pick<Problem, 'code' | 'info'>): string {
  const sentence = SENTENCES.get(code);
  if (sentence === undefined) return t`The server didn't accept this change, so it was taken back.`;
  return sentence(Number(info['max'] ?? 0));
}

/** By the problem's code; where it is a limit, `max` is it. */
const SENTENCES = new Map<string, (max: number) => string>([
  ['forbidden', () => t`Your role on this board doesn't allow this. Ask a Board Admin.`],
  ['no-access', () => t`You no longer have access to this board.`],
  ['task-gone', () => t`This task is no longer on the board.`],
  ['task-frozen', () => t`Tasks in Done and Trash stay as they are. Move it back to a column to change it.`],
  ['visitor-not-assignable', () => t`Visitors only look. Make this person a Team Member to give them tasks.`],
  ['too-many-assignees', (max) => t`A task has ${plural(max, { one: '# person', other: '# people' })} at most.`],
  ['tag-gone', () => t`This tag is no longer on the board.`],
  ['tag-name-taken', () => t`There is a tag of this name already.`],
  ['tag-hue-unknown', () => t`Choose one of the colours of tags.`],
  ['too-many-tags', (max) => t`A board has ${plural(max, { one: '# tag', other: '# tags' })} at most.`],
  ['too-many-tags-on-task', (max) => t`A task has ${plural(max, { one: '# tag', other: '# tags' })} at most.`],
  ['date-invalid', () => t`There is no such day. Choose one of the calendar.`],
  ['date-out-of-range', () => t`Choose a day between 1970 and 2199.`],
  ['time-invalid', () => t`There is no such time. Write it like 14:30.`],
  ['time-zone-unknown', () => t`The server doesn't know your time zone. Choose another in your profile.`],
  ['column-gone', () => t`This column is no longer on the board.`],
  ['column-fixed', () => t`Done and Trash are part of every board and stay as they are.`],
  ['changed-since', () => t`Somebody has changed this since, so it stays as it is.`],
  ['id-taken', () => t`This is on the board already.`],
  ['member-gone', () => t`This person is no longer on the board's team.`],
  ['last-admin', () => t`A board needs a Board Admin. Make someone else Board Admin first.`],
  ['text-empty', () => t`A name can't be empty.`],
  [
    'text-too-long',
    (max) => t`This text is too long: ${plural(max, { one: '# character', other: '# characters' })} at most.`,
  ],
  [
    'too-many-lines',
    (max) => t`These are too many at once: ${plural(max, { one: '# line', other: '# lines' })} at most.`,
  ],
  ['too-many-columns', (max) => t`A board has ${plural(max, { one: '# column', other: '# columns' })} at most.`],
  ['board-full', (max) => t`A board has ${plural(max, { one: '# task', other: '# tasks' })} at most.`],
  ['team-full', (max) => t`A board's team has ${plural(max, { one: '# person', other: '# people' })} at most.`],
]);
