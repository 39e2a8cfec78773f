import { cleanup, render, screen } from '@testing-library/react';
import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { createListWindow, type ListWindow } from './list-window.ts';
import { VirtualList } from './virtual-list.tsx';

afterEach(cleanup);

const renderTask = (id: string, tabIndex: 0 | -1) => (
  <article tabIndex={tabIndex} data-task={id}>
    {id}
  </article>
);

function many(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `task ${at + 1}`);
}

function aList(): ListWindow {
  return createListWindow({ estimate: () => 100, gap: 8 });
}

function Column({ list, items }: { readonly list: ListWindow; readonly items: readonly string[] }) {
  return <VirtualList list={list} items={items} renderItem={renderTask} label="To do" />;
}

function task(id: string): HTMLElement {
  return screen.getByText(id, { selector: '[data-task]' });
}

function slotOf(id: string): HTMLElement {
  const slot = task(id).parentElement;
  if (!slot) throw new Error(`${id} has no slot`);
  return slot;
}

function press(key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  act(() => {
    document.activeElement?.dispatchEvent(event);
  });
}

describe('a list of 10,000', () => {
  test('renders the few that are seen, and tells how many there are', () => {
    render(<Column list={aList()} items={many(10_000)} />);
    const rendered = screen.getAllByRole('listitem');
    expect(rendered.length).toBeLessThan(30);
    expect(rendered[0]?.getAttribute('aria-setsize')).toBe('10000');
    expect(rendered[2]?.getAttribute('aria-posinset')).toBe('3');
    expect(screen.getByRole('list', { name: 'To do' }).style.height).toBe(`${10_000 * 108 - 8}px`);
  });

  test('puts each item at its place', () => {
    render(<Column list={aList()} items={many(10_000)} />);
    expect(slotOf('task 1').style.translate).toBe('0 0px');
    expect(slotOf('task 4').style.translate).toBe('0 324px');
  });

  test('never renders an item that is gone', () => {
    const list = aList();
    const rendered: string[] = [];
    const spy = (id: string) => {
      rendered.push(id);
      return <article>{id}</article>;
    };
    const view = render(<VirtualList list={list} items={many(5)} renderItem={spy} label="To do" />);
    rendered.length = 0;
    view.rerender(<VirtualList list={list} items={['task 2', 'new']} renderItem={spy} label="To do" />);
    expect(rendered.toSorted()).toEqual(['new', 'task 2']);
  });
});

describe('the keyboard in a list', () => {
  test('has one tab stop, which moves with the arrow keys', () => {
    render(<Column list={aList()} items={many(10_000)} />);
    expect(document.querySelectorAll('[data-task][tabindex="0"]')).toHaveLength(1);
    act(() => task('task 1').focus());
    press('ArrowDown');
    expect(document.activeElement).toBe(task('task 2'));
    expect(document.querySelectorAll('[data-task][tabindex="0"]')).toHaveLength(1);
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(task('task 1'));
  });

  test('End goes to the very last, which is then rendered, and the list stays small', () => {
    render(<Column list={aList()} items={many(10_000)} />);
    act(() => task('task 1').focus());
    press('End');
    expect(document.activeElement).toBe(task('task 10000'));
    expect(screen.getAllByRole('listitem').length).toBeLessThan(40);
  });

  test('a focused item keeps its place in the order when others are inserted before it', () => {
    const list = aList();
    const view = render(<Column list={list} items={many(50)} />);
    act(() => task('task 3').focus());
    view.rerender(<Column list={list} items={['new', ...many(50)]} />);
    expect(document.activeElement).toBe(task('task 3'));
    expect(slotOf('task 3').getAttribute('aria-posinset')).toBe('4');
  });
});

describe('a gap in a list', () => {
  test('opens after an item and moves what follows', () => {
    const list = aList();
    render(<Column list={list} items={many(20)} />);
    act(() => list.showGap({ id: 'other', after: 'task 2', size: 60 }));
    expect(slotOf('task 2').style.translate).toBe('0 108px');
    expect(slotOf('task 3').style.translate).toBe('0 284px');
    act(() => list.hideGap());
    expect(slotOf('task 3').style.translate).toBe('0 216px');
  });

  test('closes with the drop itself, so that nothing is seen to move', () => {
    const list = aList();
    const view = render(<Column list={list} items={many(20)} />);
    act(() => list.showGap({ id: 'other', after: 'task 2', size: 100 }));
    const before = slotOf('task 3').style.translate;
    list.expectDrop();
    view.rerender(<Column list={list} items={many(20).toSpliced(2, 0, 'other')} />);
    expect(slotOf('task 3').style.translate).toBe(before);
    expect(slotOf('other').style.translate).toBe('0 216px');
  });

  test('stays after its item while others change the list', () => {
    const list = aList();
    const view = render(<Column list={list} items={many(20)} />);
    act(() => list.showGap({ id: 'other', after: 'task 2', size: 100 }));
    view.rerender(<Column list={list} items={['new', ...many(20)]} />);
    expect(slotOf('task 2').style.translate).toBe('0 216px');
    expect(slotOf('task 3').style.translate).toBe('0 432px');
  });

  test('a lifted item of the list itself lies in its gap, as a ghost', () => {
    const list = aList();
    render(<Column list={list} items={many(20)} />);
    act(() => {
      list.setGhost('task 1');
      list.showGap({ id: 'task 1', after: 'task 3', size: 100 });
    });
    expect(slotOf('task 2').style.translate).toBe('0 0px');
    expect(slotOf('task 1').style.translate).toBe('0 216px');
    expect(slotOf('task 1').hasAttribute('data-ghost')).toBe(true);
    act(() => list.setGhost(null));
    expect(slotOf('task 1').hasAttribute('data-ghost')).toBe(false);
  });
});
