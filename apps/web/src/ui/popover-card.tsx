import { Dialog } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import menu from './menu.module.css';
import type { PopoverProps } from './popover-model.ts';
import styles from './popover.module.css';

export function PopoverCard(props: PopoverProps) {
  const { label, isOpen, onOpenChange, triggerRef, placement = 'bottom start', children } = props;
  return (
    <AriaPopover
      className={menu.popup ?? ''}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={6}
    >
      <Dialog aria-label={label} className={styles.content ?? ''}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
