/**
 * Keys are written as `mod+shift+k`, `n`, `/`, `escape`, `arrowdown`: modifiers first, one key last.
 * `mod` is ⌘ on Apple's machines and Ctrl elsewhere.
 */
export interface KeyCombination {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;

const SIGNS: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  enter: '↵',
  space: 'Space',
  delete: 'Del',
  backspace: '⌫',
  tab: 'Tab',
};

export function parseKeys(keys: string): KeyCombination {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  return { mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt'), key };
}

/** True when the press is this combination. Letters are also found by place, for keyboards of other scripts. */
export function matchesKeys(keys: string, press: KeyPress, isApple = isAppleMachine()): boolean {
  const wanted = parseKeys(keys);
  const mod = isApple ? press.metaKey : press.ctrlKey;
  const otherMod = isApple ? press.ctrlKey : press.metaKey;
  if (mod !== wanted.mod || otherMod || press.altKey !== wanted.alt) return false;
  if (isLetterOrName(wanted.key) && press.shiftKey !== wanted.shift) return false;
  return pressedKey(press) === wanted.key;
}

/** The signs to show, one a key: `['⌘', 'K']`. */
export function keySigns(keys: string, isApple = isAppleMachine()): readonly string[] {
  const { mod, alt, shift, key } = parseKeys(keys);
  const signs: string[] = [];
  if (mod) signs.push(isApple ? '⌘' : 'Ctrl');
  if (alt) signs.push(isApple ? '⌥' : 'Alt');
  if (shift) signs.push(isApple ? '⇧' : 'Shift');
  signs.push(SIGNS[key] ?? key.toUpperCase());
  return signs;
}

export function isAppleMachine(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);
}

function pressedKey({ key, code }: KeyPress): string {
  if (key === ' ') return 'space';
  const isForeignLetter = key.length === 1 && key.charCodeAt(0) > 127;
  if (isForeignLetter && code.startsWith('Key')) return code.slice(3).toLowerCase();
  return key.toLowerCase();
}

/** Signs such as `?` need Shift on some keyboards and not on others, so there Shift says nothing. */
function isLetterOrName(key: string): boolean {
  return /^[a-z0-9]+$/.test(key);
}
