import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { createListWindow } from '../list/list-window.ts';
import { VirtualList } from '../list/virtual-list.tsx';
import { createLift } from './lift.ts';
import type { Drop } from './lift-options.ts';
import { LiftProvider } from './lift-provider.tsx';
import { useLiftList } from './use-lift-list.ts';

afterEach(async () => {
  await settled();
  cleanup();
});

const renderTask = (id: string, tabIndex: 0 | -1) => (
  <article tabIndex={tabIndex} aria-label={id}>
    <button type="button">open {id}</button>
  </article>
);

function Column({ id, items }: { readonly id: string; readonly items: readonly string[] }) {
  const [list] = useState(() => createListWindow({ estimate: () => 100 }));
  const scrollerRef = useLiftList({ id, kind: 'card', list });
  return <VirtualList list={list} items={items} renderItem={renderTask} label={id} scrollerRef={scrollerRef} />;
}

interface Board {
  readonly drops: readonly Drop[];
  isLifting(): boolean;
  show(items: readonly string[]): Promise<void>;
}

async function aBoard(canLift = true): Promise<Board> {
  const drops: Drop[] = [];
  const lift = createLift({
    onDrop: (drop) => drops.push(drop),
    canLift: () => canLift,
    sentences: {
      lifted: ({ position, count }) => `lifted, ${position} of ${count}`,
      moved: ({ list, position, count }) => `${list}, ${position} of ${count}`,
      dropped: ({ list, position }) => `dropped in ${list} at ${position}`,
      returned: (id, why) => `${id} returned: ${why}`,
      refused: ({ list }) => `not into ${list}`,
    },
  });
  const board = (items: readonly string[]) => (
    <LiftProvider lift={lift}>
      <Column id="to do" items={items} />
    </LiftProvider>
  );
  const view = render(board(['a', 'b', 'c']));
  await act(async () => {});
  const show = async (items: readonly string[]): Promise<void> => {
    await act(async () => view.rerender(board(items)));
    await frames();
  };
  return { drops, isLifting: () => lift.isLifting, show };
}

async function frames(): Promise<void> {
  for (let frame = 0; frame < 6; frame += 1) {
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

async function settled(): Promise<void> {
  const held = (): number => document.querySelectorAll('[data-ghost], [data-lifted]').length;
  await act(() => vi.waitFor(() => expect(held()).toBe(0)));
}

function press(key: string, target: Element | null = document.activeElement): void {
  act(() => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

function lastSentence(): string {
  return document.getElementById('talka-live')?.lastElementChild?.textContent ?? '';
}

function task(id: string): HTMLElement {
  return screen.getByRole('article', { name: id });
}

test('Space, arrow, Space moves a task by keys and tells each step', async () => {
  const { drops } = await aBoard();
  act(() => task('a').focus());
  press(' ');
  expect(lastSentence()).toBe('lifted, 1 of 3');
  press('ArrowDown');
  expect(lastSentence()).toBe('to do, 2 of 3');
  press(' ');
  expect(lastSentence()).toBe('dropped in to do at 2');
  expect(drops).toEqual([{ id: 'a', kind: 'card', fromList: 'to do', toList: 'to do', after: 'b' }]);
});

test('Escape puts a carried task back, and the focus stays on it', async () => {
  const { drops, isLifting } = await aBoard();
  act(() => task('a').focus());
  press(' ');
  press('ArrowDown');
  press('Escape');
  expect(lastSentence()).toBe('a returned: cancelled');
  expect(isLifting()).toBe(false);
  await settled();
  expect(drops).toEqual([]);
  expect(document.activeElement).toBe(task('a'));
});

test('putting a task down where it was is no drop', async () => {
  const { drops } = await aBoard();
  act(() => task('b').focus());
  press(' ');
  press('ArrowDown');
  press('ArrowUp');
  press(' ');
  expect(drops).toEqual([]);
  expect(lastSentence()).toBe('b returned: nowhere');
});

test('a task deleted by somebody else leaves the hand', async () => {
  const { drops, isLifting, show } = await aBoard();
  act(() => task('a').focus());
  press(' ');
  await show(['b', 'c']);
  expect(isLifting()).toBe(false);
  expect(lastSentence()).toBe('a returned: gone');
  expect(drops).toEqual([]);
});

test('a carried task stays after its neighbour while others change the list', async () => {
  const { drops, show } = await aBoard();
  act(() => task('a').focus());
  press(' ');
  press('ArrowDown');
  await show(['new', 'a', 'b', 'c']);
  press(' ');
  expect(drops).toMatchObject([{ after: 'b' }]);
});

test('Space on a button inside a task stays the button’s', async () => {
  const { isLifting } = await aBoard();
  const button = screen.getByRole('button', { name: 'open a' });
  act(() => button.focus());
  press(' ', button);
  expect(isLifting()).toBe(false);
});

test('who may not move tasks lifts none', async () => {
  const { isLifting } = await aBoard(false);
  act(() => task('a').focus());
  press(' ');
  expect(isLifting()).toBe(false);
});
