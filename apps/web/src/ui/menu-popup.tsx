import { Check, ChevronRight } from 'lucide-react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, SubmenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import type { MenuAction, MenuGroup, MenuProps } from './menu-model.ts';
import styles from './menu.module.css';

export function MenuPopup({ label, groups, isOpen, onOpenChange, triggerRef, placement = 'bottom start' }: MenuProps) {
  return (
    <Popover
      className={styles.popup ?? ''}
      aria-label={label}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={6}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes the focus: that is its pattern */}
      <AriaMenu className={styles.menu ?? ''} aria-label={label} autoFocus="first" onClose={() => onOpenChange(false)}>
        {groups.map((group) => (
          <Section key={group.id} group={group} menuLabel={label} />
        ))}
      </AriaMenu>
    </Popover>
  );
}

function Section({ group, menuLabel }: { readonly group: MenuGroup; readonly menuLabel: string }) {
  const chosen = group.actions.filter((action) => action.isChosen).map((action) => action.id);
  const isChoice = group.actions.some((action) => action.isChosen !== undefined);
  return (
    <MenuSection
      id={group.id}
      className={styles.section ?? ''}
      {...(!group.label && { 'aria-label': menuLabel })}
      {...(isChoice && { selectionMode: 'single' as const, selectedKeys: chosen, disallowEmptySelection: true })}
    >
      {group.label && <Header className={styles.heading ?? ''}>{group.label}</Header>}
      {group.actions.map((action) => (
        <ActionOrMore key={action.id} action={action} />
      ))}
    </MenuSection>
  );
}

function ActionOrMore({ action }: { readonly action: MenuAction }) {
  if (action.choices === undefined) return <Row action={action} />;
  return (
    <SubmenuTrigger>
      <Row action={action} />
      <Popover className={styles.popup ?? ''} offset={2} crossOffset={-6}>
        <AriaMenu className={styles.menu ?? ''} aria-label={action.label}>
          <Section group={{ id: action.id, actions: action.choices }} menuLabel={action.label} />
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

function Row({ action }: { readonly action: MenuAction }) {
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      isDisabled={action.isDisabled === true}
      {...(action.choices === undefined && { onAction: action.run })}
      className={classNames(styles.item, action.isDanger && styles.danger)}
      {...(action.lang && { lang: action.lang })}
    >
      {action.icon && <Icon shape={action.icon} />}
      <span className={styles.label}>{action.label}</span>
      {action.shortcut && <Kbd keys={action.shortcut} />}
      {action.choices !== undefined && <Icon shape={ChevronRight} size={15} mirrored />}
      {action.isChosen !== undefined && (
        <span className={styles.check}>
          <Icon shape={Check} size={15} />
        </span>
      )}
    </MenuItem>
  );
}
