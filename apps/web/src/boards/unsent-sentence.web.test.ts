import { i18n } from '@lingui/core';
import { columns } from '@talka/domain/boards';
import { tasks } from '@talka/domain/tasks';
import { boardStore, COMMAND_NAMES } from '@talka/domain/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { unsentSentence, unsentWords } from './unsent-sentence.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

const store = boardStore();
store.load(columns, [{ id: 'doing', kind: 'stage', name: 'Doing', position: 'a0' }]);

describe('a change that could not be saved', () => {
  it.each([
    [{ n: 'board.rename', a: { name: 'Winter' } }, 'Rename the board to “Winter”'],
    [{ n: 'column.rename', a: { id: 'doing', name: 'Now' } }, 'Rename the column “Doing” to “Now”'],
    [{ n: 'task.rename', a: { id: 'gone', title: 'Draw' } }, 'Rename the task “a task” to “Draw”'],
    [{ n: 'task.add', a: { tasks: [{ id: '1', title: 'Write' }] } }, 'Add the task “Write”'],
    [
      { n: 'task.add', a: { tasks: ['Write', 'Draw', 'Print'].map((title) => ({ title })) } },
      'Add “Write” and 2 more tasks',
    ],
  ])('is told with the words that were written: %j', (edit, sentence) => {
    expect(unsentSentence(edit, store)).toBe(sentence);
  });

  it('has a sentence for each command, and one for those this version does not know', () => {
    const unknown = unsentSentence({ n: 'task.polish', a: null }, store);
    expect(unknown).toBe('A change made with another version of Talka');
    for (const n of COMMAND_NAMES) expect(unsentSentence({ n, a: {} }, store)).not.toBe(unknown);
  });

  it('is told even when what was kept of it is spoilt', () => {
    for (const a of [null, 7, 'x', [], { tasks: [null, 3] }, { tasks: 'no', id: {} }]) {
      for (const n of COMMAND_NAMES) expect(unsentSentence({ n, a }, store)).not.toBe('');
    }
  });

  it('is copied with every line and the whole description', () => {
    const lines = { n: 'task.add', a: { tasks: ['Write', 'Draw', 'Print'].map((title) => ({ title })) } };
    expect(unsentWords(lines, store)).toBe('Add “Write” and 2 more tasks\nDraw\nPrint');
    store.load(tasks, []);
    const text = { n: 'task.describe', a: { id: 'x', text: 'First.\n\nSecond.' } };
    expect(unsentWords(text, store)).toBe('Describe the task “a task”\nFirst.\n\nSecond.');
  });
});
