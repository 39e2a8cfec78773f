import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HistorySentence } from './history-sentence.tsx';

type Data = Readonly<Record<string, unknown>>;

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));
afterEach(cleanup);

function sentence(kind: string, data: Data = {}, name = 'Ada'): HTMLElement {
  const line = { seq: 1, part: 0, at: 0, actorId: 'ada', actorName: name, taskId: 't', kind, data };
  const { container } = render(
    <I18nProvider i18n={i18n}>
      <HistorySentence line={line} name={name} />
    </I18nProvider>,
  );
  return container;
}

describe('a line of history', () => {
  it.each<[string, Data, string]>([
    ['task.added', { title: 'Write', column: 'Next' }, 'Ada added this task in Next'],
    ['task.added', { title: 'Write', column: '' }, 'Ada added this task in Done'],
    ['task.renamed', { from: 'Write', to: 'Draw' }, 'Ada renamed it from “Write” to “Draw”'],
    ['task.status-changed', { from: 'normal', to: 'on-hold' }, 'Ada changed the status from Normal to On hold'],
    ['task.status-changed', { from: 'x', to: 'ready' }, 'Ada changed the status from x to Ready'],
    ['task.priority-changed', { from: 'normal', to: 'critical' }, 'Ada changed the priority from Normal to Critical'],
    ['task.due-changed', { from: null, to: '2026-12-24', toTime: null }, 'Ada set the due date to Dec 24, 2026'],
    [
      'task.due-changed',
      { from: null, to: '2026-12-24', toTime: '14:30' },
      'Ada set the due date to Dec 24, 2026, 14:30',
    ],
    ['task.due-changed', { from: '2026-12-24', to: null }, 'Ada took the due date off'],
    ['task.assigned', { userId: 'mika', name: 'Mika' }, 'Ada assigned it to Mika'],
    ['task.assigned', { userId: 'ada', name: 'Ada' }, 'Ada took this task on'],
    ['task.unassigned', { userId: 'mika', name: 'Mika' }, 'Ada took Mika off this task'],
    ['task.tagged', { name: 'Docs' }, 'Ada put the tag Docs on it'],
    ['task.untagged', { name: 'Docs' }, 'Ada took the tag Docs off'],
    ['task.described', { length: 20 }, 'Ada changed the description'],
    ['task.moved', { fromName: 'Next', toName: 'Doing' }, 'Ada moved it from Next to Doing'],
    ['task.moved', { fromName: 'Next', toName: '' }, 'Ada moved it from Next to Done'],
    ['task.trashed', { title: 'Write', fromName: 'Next' }, 'Ada moved it to Trash'],
    ['task.restored', { title: 'Write', toName: 'Next' }, 'Ada restored it to Next'],
  ])('%s with %j reads as a sentence', (kind, data, expected) => {
    expect(sentence(kind, data).textContent).toBe(expected);
  });

  it('of a kind that this page doesn’t know yet still says who', () => {
    expect(sentence('task.painted', { colour: 'red' }).textContent).toBe('Ada changed it');
  });

  it('without the words it needs is still a sentence', () => {
    expect(sentence('task.moved').textContent).toBe('Ada moved it from Done to Done');
  });

  it('keeps names of another direction from turning the sentence around', () => {
    const bdi = [
      ...sentence('task.moved', { fromName: 'قيد التنفيذ', toName: 'Doing' }, 'عمر').querySelectorAll('bdi'),
    ];
    expect(bdi.map(({ textContent }) => textContent)).toEqual(['عمر', 'قيد التنفيذ', 'Doing']);
  });
});
