import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeToast, currentToasts, showToast } from './toast-queue.ts';
import { Toasts } from './toasts.tsx';

const texts = () => [...document.querySelectorAll('section p')].map(({ textContent }) => textContent);
const show = (...args: Parameters<typeof showToast>) => act(() => void showToast(...args));
const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
  render(<Toasts label="Messages" closeLabel="Close" />);
});
afterEach(() => {
  cleanup();
  for (const { id } of currentToasts()) closeToast(id);
  vi.useRealTimers();
});

describe('a message', () => {
  it('stays six seconds', () => {
    show('Saved.');
    pass(5_900);
    expect(texts()).toEqual(['Saved.']);
    pass(200);
    expect(texts()).toEqual([]);
  });

  it('with something to do stays ten', () => {
    show('In Trash.', { action: { label: 'Undo', run: () => undefined } });
    pass(9_900);
    expect(texts()).toEqual(['In Trash.']);
    pass(200);
    expect(texts()).toEqual([]);
  });

  it('does what it offers, and goes', () => {
    let undone = 0;
    const run = () => {
      undone += 1;
    };
    show('In Trash.', { action: { label: 'Undo', run } });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undone).toBe(1);
    expect(texts()).toEqual([]);
  });

  it('can be put away', () => {
    show('Saved.');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(texts()).toEqual([]);
  });

  it('waits while a hand or the focus is on it', () => {
    show('Saved.');
    const region = screen.getByRole('region', { name: 'Messages' });
    fireEvent.pointerEnter(region);
    pass(60_000);
    expect(texts()).toEqual(['Saved.']);
    fireEvent.pointerLeave(region);
    fireEvent.focus(screen.getByRole('button', { name: 'Close' }));
    pass(60_000);
    expect(texts()).toEqual(['Saved.']);
    fireEvent.blur(screen.getByRole('button', { name: 'Close' }));
    pass(6_000);
    expect(texts()).toEqual([]);
  });

  it('said twice stands once', () => {
    show('Saved.');
    show('Saved.');
    expect(texts()).toEqual(['Saved.']);
  });

  it('is the fourth at most when there are too many: the oldest goes', () => {
    for (const text of ['One', 'Two', 'Three', 'Four']) show(text);
    expect(texts()).toEqual(['Two', 'Three', 'Four']);
  });

  it('is taken away by who showed it', () => {
    let takeAway = () => {};
    act(() => {
      takeAway = showToast('Working…');
    });
    act(() => takeAway());
    expect(texts()).toEqual([]);
  });

  it('is spoken too, with what can be done', () => {
    show('“Write” is in Trash.', { action: { label: 'Undo', run: () => undefined } });
    const log = document.getElementById('talka-live');
    expect(log?.getAttribute('aria-live')).toBe('polite');
    expect(log?.lastChild?.textContent).toBe('“Write” is in Trash. Undo');
    pass(7_000);
    expect(log?.textContent).not.toContain('“Write”');
  });
});
