import { describe, expect, test } from 'vitest';
import { aBoard, didNothing, mika, refused, run, tagId, taskId, told } from '../boards/testing.ts';
import type { Call } from '../boards/testing.ts';
import { LIMITS } from '../kernel/index.ts';
import type { Store } from '../kernel/index.ts';
import { freeHue, TAG_HUES, tagNamed, tags, tagsOf, usesOf } from './index.ts';

const [BLUE = 0, AMBER = 0] = TAG_HUES;
const add = (name: string, hue = BLUE, after?: string | null): Call => [
  'tag.add',
  {
    id: tagId(name),
    name,
    hue,
    ...(after !== undefined && { after: after === null ? null : tagId(after) }),
  },
];
const put = (task: string, tag: string): Call => ['task.tag', { id: taskId(task), tag: tagId(tag) }];
const take = (task: string, tag: string): Call => ['task.untag', { id: taskId(task), tag: tagId(tag) }];
const namesOf = (store: Store, task: string) => tagsOf(store, task).map(({ name }) => name);

function tagged(): Store {
  const store = aBoard({ todo: ['a', 'b'] });
  for (const name of ['Design', 'Billing', 'Docs']) run(store, add(name));
  return store;
}

describe('a tag', () => {
  test('is added by anybody who may edit tasks, at the end', () => {
    const store = tagged();
    expect(told(store, add(' Mobile\tapp ', AMBER), mika)).toEqual([
      { kind: 'tag.added', taskId: null, data: { tagId: ' Mobile\tapp ', name: 'Mobile app' } },
    ]);
    expect(store.list(tags).map((id) => store.get(tags, id)?.name)).toEqual([
      'Design',
      'Billing',
      'Docs',
      'Mobile app',
    ]);
  });

  test('may stand at a place', () => {
    const store = tagged();
    run(store, add('First', BLUE, null));
    run(store, add('Between', BLUE, 'Design'));
    expect(store.list(tags)).toEqual(['First', 'Design', 'Between', 'Billing', 'Docs']);
  });

  test('has a name of its own, however it is written', () => {
    const store = tagged();
    for (const name of ['design', ' DESIGN', 'Ｄesign']) {
      expect(refused(store, ['tag.add', { id: tagId('x'), name, hue: BLUE }])).toEqual({ code: 'tag-name-taken' });
      expect(refused(store, ['tag.rename', { id: tagId('Docs'), name }])).toEqual({ code: 'tag-name-taken' });
    }
    expect(tagNamed(store, 'DESIGN')?.id).toBe('Design');
    expect(tagNamed(store, 'DESIGN', 'Design')).toBeUndefined();
  });

  test('has a fitting name and a hue of the palette', () => {
    const store = tagged();
    expect(refused(store, add(' '))).toEqual({ code: 'text-empty' });
    expect(refused(store, add('x'.repeat(41)))).toEqual({ code: 'text-too-long', info: { max: 40 } });
    run(store, add('x'.repeat(40)));
    for (const hue of [-1, 1, 360, Number.NaN, 12.5]) {
      expect(refused(store, add('New', hue))).toEqual({ code: 'tag-hue-unknown' });
      expect(refused(store, ['tag.recolour', { id: tagId('Docs'), hue }])).toEqual({ code: 'tag-hue-unknown' });
    }
    expect(refused(store, ['tag.add', { id: tagId('Docs'), name: 'New', hue: BLUE }])).toEqual({ code: 'id-taken' });
  });

  test('is one of two hundred at most', () => {
    const store = aBoard();
    for (let at = 0; at < LIMITS.tagsPerBoard; at += 1) run(store, add(`t${at}`));
    expect(refused(store, add('more'))).toEqual({ code: 'too-many-tags', info: { max: 200 } });
  });

  test('is renamed, also to the same word in other letters', () => {
    const store = tagged();
    expect(told(store, ['tag.rename', { id: tagId('Docs'), name: 'DOCS' }])).toEqual([
      { kind: 'tag.renamed', taskId: null, data: { tagId: 'Docs', from: 'Docs', to: 'DOCS' } },
    ]);
    expect(didNothing(store, ['tag.rename', { id: tagId('Docs'), name: 'DOCS' }])).toBe(true);
  });

  test('is recoloured', () => {
    const store = tagged();
    run(store, ['tag.recolour', { id: tagId('Docs'), hue: AMBER }]);
    expect(store.get(tags, 'Docs')?.hue).toBe(AMBER);
    expect(didNothing(store, ['tag.recolour', { id: tagId('Docs'), hue: AMBER }])).toBe(true);
  });

  test('that is gone is refused', () => {
    const store = aBoard({ todo: ['a'] });
    const gone = { id: tagId('gone') };
    for (const call of [
      ['tag.rename', { ...gone, name: 'x' }],
      ['tag.recolour', { ...gone, hue: BLUE }],
      ['tag.delete', gone],
      put('a', 'gone'),
    ] as const) {
      expect(refused(store, call)).toEqual({ code: 'tag-gone' });
    }
  });

  test('is offered in the hue that is used least', () => {
    const store = aBoard();
    expect(freeHue(store)).toBe(TAG_HUES[0]);
    TAG_HUES.forEach((hue, at) => run(store, add(`t${at}`, hue)));
    expect(freeHue(store)).toBe(TAG_HUES[0]);
    run(store, add('again', TAG_HUES[0]));
    expect(freeHue(store)).toBe(TAG_HUES[1]);
  });
});

describe('the tags of a task', () => {
  test('stand in the board’s order, each once', () => {
    const store = tagged();
    for (const name of ['Docs', 'Design', 'Docs']) run(store, put('a', name));
    expect(namesOf(store, 'a')).toEqual(['Design', 'Docs']);
    expect(didNothing(store, put('a', 'Docs'))).toBe(true);
    expect(namesOf(store, 'b')).toEqual([]);
  });

  test('are put on and taken off one by one, so that two people’s add up', () => {
    const [here, there] = [tagged(), tagged()];
    const mine = run(here, put('a', 'Docs')).patches;
    const theirs = run(there, put('a', 'Design'), mika).patches;
    for (const patch of theirs) here.apply(patch);
    for (const patch of mine) there.apply(patch);
    expect([namesOf(here, 'a'), namesOf(there, 'a')]).toEqual(Array.from({ length: 2 }, () => ['Design', 'Docs']));
  });

  test('are told in history by name', () => {
    const store = tagged();
    expect(told(store, put('a', 'Docs'))).toEqual([
      { kind: 'task.tagged', taskId: 'a', data: { tagId: 'Docs', name: 'Docs' } },
    ]);
    expect(told(store, take('a', 'Docs'))).toEqual([
      { kind: 'task.untagged', taskId: 'a', data: { tagId: 'Docs', name: 'Docs' } },
    ]);
    expect(didNothing(store, take('a', 'Docs'))).toBe(true);
  });

  test('are thirty at most', () => {
    const store = aBoard({ todo: ['a'] });
    for (let at = 0; at < LIMITS.tagsPerTask; at += 1) {
      run(store, add(`t${at}`));
      run(store, put('a', `t${at}`));
    }
    run(store, add('more'));
    expect(refused(store, put('a', 'more'))).toEqual({ code: 'too-many-tags-on-task', info: { max: 30 } });
  });

  test('of what is gone are refused', () => {
    expect(refused(tagged(), put('gone', 'Docs'))).toEqual({ code: 'task-gone' });
    expect(refused(tagged(), take('gone', 'Docs'))).toEqual({ code: 'task-gone' });
  });
});

describe('deleting a tag', () => {
  test('takes it off every task, and brings it back to all of them when undone', () => {
    const store = tagged();
    for (const task of ['a', 'b']) run(store, put(task, 'Docs'));
    expect(usesOf(store, 'Docs')).toBe(2);
    expect(told(store, ['tag.delete', { id: tagId('Docs') }])).toEqual([
      { kind: 'tag.deleted', taskId: null, data: { tagId: 'Docs', name: 'Docs', count: 2 } },
    ]);
    expect([namesOf(store, 'a'), namesOf(store, 'b')]).toEqual([[], []]);
    run(store, add('Docs'));
    expect([namesOf(store, 'a'), namesOf(store, 'b')]).toEqual([['Docs'], ['Docs']]);
  });

  test('doesn’t count on a task’s thirty', () => {
    const store = aBoard({ todo: ['a'] });
    for (let at = 0; at < LIMITS.tagsPerTask; at += 1) {
      run(store, add(`t${at}`));
      run(store, put('a', `t${at}`));
    }
    run(store, ['tag.delete', { id: tagId('t0') }]);
    run(store, add('more'));
    run(store, put('a', 'more'));
    expect(tagsOf(store, 'a')).toHaveLength(30);
  });

  test('only if unused leaves alone one that somebody has used', () => {
    const store = tagged();
    run(store, put('a', 'Docs'), mika);
    expect(refused(store, ['tag.delete', { id: tagId('Docs'), ifUnused: true }])).toEqual({ code: 'changed-since' });
    run(store, ['tag.delete', { id: tagId('Design'), ifUnused: true }]);
    expect(store.list(tags)).toEqual(['Billing', 'Docs']);
  });
});
