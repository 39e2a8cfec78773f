import type { ReactNode, RefObject } from 'react';
import type { MenuPlacement } from './menu-model.ts';

export interface PopoverProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly triggerRef: RefObject<Element | null>;
  readonly placement?: MenuPlacement;
  readonly children: ReactNode;
}
