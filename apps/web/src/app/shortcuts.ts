import { matchesKeys, parseKeys } from '../ui/keys.ts';

export interface Shortcut {
  /** As `ui/keys.ts` reads them: `n`, `/`, `mod+z`. */
  readonly keys: string;
  /** What it does, for the sheet of keys. */
  readonly label: string;
  /** Heading it stands under in the sheet: "Everywhere", "Board" … */
  readonly scope: string;
  /** Not there for keys a screen handles itself and only wants listed. */
  readonly run?: () => void;
}

export interface ShortcutRegistry {
  /** Returns what takes them away. Of two for the same keys, the younger answers. */
  add(shortcuts: readonly Shortcut[]): () => void;
  /** All there are now, oldest first. */
  list(): readonly Shortcut[];
  /** Gives a key press to its shortcut; true when one answered. */
  handle(press: KeyboardEvent): boolean;
}

export function createShortcuts(): ShortcutRegistry {
  let groups: readonly (readonly Shortcut[])[] = [];
  const list = () => groups.flat();
  return {
    add(shortcuts) {
      const group = [...shortcuts];
      groups = [...groups, group];
      return () => {
        groups = groups.filter((each) => each !== group);
      };
    },
    list,
    handle(press) {
      if (press.defaultPrevented || press.isComposing) return false;
      const found = list().findLast((each) => each.run && matchesKeys(each.keys, press));
      if (!found || !mayRun(found, press)) return false;
      press.preventDefault();
      found.run?.();
      return true;
    },
  };
}

/** A letter typed into a field is text; behind an open dialog or menu nothing moves. */
function mayRun(shortcut: Shortcut, press: KeyboardEvent): boolean {
  const target = press.target instanceof Element ? press.target : null;
  if (document.querySelector('[data-modal-overlay]')) return false;
  if (target?.closest('[role="menu"], [role="listbox"]')) return false;
  const isPlain = !parseKeys(shortcut.keys).mod;
  return !(isPlain && target && isTyping(target));
}

const NOT_TYPED_INTO = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file'];

function isTyping(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED_INTO.includes(target.type);
  const isEditable = target instanceof HTMLElement && target.isContentEditable;
  return isEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
