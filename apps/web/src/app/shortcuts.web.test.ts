import { afterEach, describe, expect, it } from 'vitest';
import { createShortcuts, type Shortcut } from './shortcuts.ts';

const pressOn = (target: Element, key: string, rest: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest });
  target.dispatchEvent(event);
  return event;
};

function anElement(html: string): Element {
  document.body.innerHTML = html;
  const element = document.body.querySelector('[data-target]');
  if (!element) throw new Error('no target in the html');
  return element;
}

function listening(...offered: readonly Shortcut[]) {
  const registry = createShortcuts();
  const take = registry.add(offered);
  const onKeyDown = (event: KeyboardEvent) => void registry.handle(event);
  document.addEventListener('keydown', onKeyDown);
  cleanups.push(() => document.removeEventListener('keydown', onKeyDown));
  return { registry, take };
}

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  document.body.innerHTML = '';
});

const counted = (keys: string) => {
  const calls: string[] = [];
  return { calls, shortcut: { keys, label: keys, scope: 'Here', run: () => calls.push(keys) } };
};

describe('shortcuts', () => {
  it('run, and keep the browser from doing its own', () => {
    const { calls, shortcut } = counted('n');
    listening(shortcut);
    const event = pressOn(anElement('<button data-target></button>'), 'n');
    expect(calls).toEqual(['n']);
    expect(event.defaultPrevented).toBe(true);
  });

  it('of one letter are text while typing', () => {
    const { calls, shortcut } = counted('n');
    listening(shortcut);
    pressOn(anElement('<input data-target>'), 'n');
    pressOn(anElement('<textarea data-target></textarea>'), 'n');
    expect(calls).toEqual([]);
  });

  it('with Ctrl work while typing', () => {
    const { calls, shortcut } = counted('mod+enter');
    listening(shortcut);
    pressOn(anElement('<input data-target>'), 'Enter', { ctrlKey: true });
    expect(calls).toEqual(['mod+enter']);
  });

  it('sleep behind an open dialog and inside a menu', () => {
    const { calls, shortcut } = counted('n');
    listening(shortcut);
    pressOn(anElement('<div data-modal-overlay></div><button data-target></button>'), 'n');
    pressOn(anElement('<div role="menu"><div data-target></div></div>'), 'n');
    expect(calls).toEqual([]);
  });

  it('the younger of two answers, and the older again when it has gone', () => {
    const old = counted('n');
    const young = counted('n');
    const { registry } = listening(old.shortcut);
    const takeAway = registry.add([young.shortcut]);
    const target = anElement('<button data-target></button>');
    pressOn(target, 'n');
    takeAway();
    pressOn(target, 'n');
    expect([young.calls.length, old.calls.length]).toEqual([1, 1]);
  });

  it('without work of their own are listed only', () => {
    const { registry } = listening({ keys: 'space', label: 'Lift the task', scope: 'Board' });
    const event = pressOn(anElement('<button data-target></button>'), ' ');
    expect(event.defaultPrevented).toBe(false);
    expect(registry.list().map(({ label }) => label)).toEqual(['Lift the task']);
  });
});
