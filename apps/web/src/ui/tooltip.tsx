import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps } from 'react-aria-components/Tooltip';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

export type TooltipPlacement = NonNullable<TooltipProps['placement']>;

interface Props {
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly placement?: TooltipPlacement;
  /** One React Aria button or link. */
  readonly children: ReactElement;
}

/** Names a control on hover and focus. The control carries its own `aria-label`: this is for the eye. */
export function Tooltip({ label, shortcut, placement = 'bottom', children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={7}>
        <span>{label}</span>
        {shortcut && <Kbd keys={shortcut} tone="onDark" />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
