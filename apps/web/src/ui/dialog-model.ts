import type { ReactNode } from 'react';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Names the button that closes it. */
  readonly closeLabel: string;
  readonly width?: 'narrow' | 'medium' | 'wide';
  readonly children: ReactNode;
}
