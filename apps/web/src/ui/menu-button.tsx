import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import iconButton from './icon-button.module.css';
import { Icon, type IconShape } from './icon.tsx';
import type { MenuGroup, MenuPlacement } from './menu-model.ts';
import { Menu, preloadMenu } from './menu.tsx';

interface MenuButtonProps {
  /** Names the button and its menu. */
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly placement?: MenuPlacement;
  /** Shown as an icon button; or give children for another face. */
  readonly icon?: IconShape;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly isDisabled?: boolean;
}

/** A button that opens a menu. */
export function MenuButton(props: MenuButtonProps) {
  const { label, groups, placement = 'bottom start', icon, children, className, isDisabled = false } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <AriaButton
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        isDisabled={isDisabled}
        className={classNames(icon && iconButton.button, className)}
        onPress={() => setOpen(true)}
        onHoverStart={preloadMenu}
        onFocus={preloadMenu}
      >
        {icon ? <Icon shape={icon} size={17} /> : children}
      </AriaButton>
      <Menu
        label={label}
        groups={groups}
        isOpen={isOpen}
        onOpenChange={setOpen}
        triggerRef={button}
        placement={placement}
      />
    </>
  );
}
