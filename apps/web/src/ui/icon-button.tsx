import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Icon, type IconShape } from './icon.tsx';
import { Tooltip, type TooltipPlacement } from './tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: IconShape;
  /** What it does; read aloud and shown on hover and focus. */
  readonly label: string;
  /** Keys as given to `useShortcuts`, shown beside the label. */
  readonly shortcut?: string | undefined;
  readonly placement?: TooltipPlacement;
  readonly mirrored?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, placement = 'bottom', mirrored = false, className, ...rest } = props;
  return (
    <Tooltip label={label} shortcut={shortcut} placement={placement}>
      <AriaButton {...rest} aria-label={label} className={classNames(styles.button, className)}>
        <Icon shape={icon} size={17} mirrored={mirrored} />
      </AriaButton>
    </Tooltip>
  );
}
