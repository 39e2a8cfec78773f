import type { RefObject } from 'react';
import type { IconShape } from './icon.tsx';

/** One thing a person can do, as a menu shows it. */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconShape;
  /** Shown at the end of the row; as given to `useShortcuts`. */
  readonly shortcut?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Present on choices; the chosen one carries a check mark. */
  readonly isChosen?: boolean;
  /** The language of the label, when it isn't the page's. */
  readonly lang?: string;
  /** Opens another menu beside this one instead of being done itself. */
  readonly choices?: readonly MenuAction[];
  readonly run: () => void;
}

export interface MenuGroup {
  readonly id: string;
  /** Small heading above the group. */
  readonly label?: string;
  readonly actions: readonly MenuAction[];
}

export type MenuPlacement =
  | 'bottom start'
  | 'bottom end'
  | 'top start'
  | 'top end'
  | 'start bottom'
  | 'end top'
  | 'end bottom';

export interface MenuProps {
  /** Names the menu for screen readers. */
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The element it hangs on. */
  readonly triggerRef: RefObject<Element | null>;
  readonly placement?: MenuPlacement;
}
