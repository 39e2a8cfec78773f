import { describe, expect, it } from 'vitest';
import { keySigns, type KeyPress, matchesKeys } from './keys.ts';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  ...rest,
});

describe('keys', () => {
  it('mod is ⌘ on Apple machines and Ctrl elsewhere', () => {
    expect(matchesKeys('mod+z', press('z', { metaKey: true }), true)).toBe(true);
    expect(matchesKeys('mod+z', press('z', { ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys('mod+z', press('z', { ctrlKey: true }), true)).toBe(false);
  });

  it('shift makes another key of a letter, but not of a sign', () => {
    expect(matchesKeys('mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matchesKeys('mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('?', press('?'), false)).toBe(true);
  });

  it('finds a letter by its place on a keyboard of another script', () => {
    expect(matchesKeys('n', press('ى', { code: 'KeyN' }), false)).toBe(true);
    expect(matchesKeys('b', press('ى', { code: 'KeyN' }), false)).toBe(false);
  });

  it('a plain key does not answer to one held with Ctrl', () => {
    expect(matchesKeys('n', press('n', { ctrlKey: true }), false)).toBe(false);
  });

  it('are shown by their signs', () => {
    expect(keySigns('mod+shift+k', true)).toEqual(['⌘', '⇧', 'K']);
    expect(keySigns('mod+arrowdown', false)).toEqual(['Ctrl', '↓']);
  });
});
