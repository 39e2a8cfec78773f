import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import styles from './button.module.css';
import { Icon, type IconShape } from './icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `primary` once a screen, `plain` beside it, `quiet` inside other things, `danger` for what can't be undone. */
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small' | 'large';
  readonly icon?: IconShape;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ tone = 'plain', size = 'medium', icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[tone], styles[size], className)}>
      {icon && <Icon shape={icon} />}
      <span className={styles.label}>{children}</span>
      {rest.isPending === true && <span className={styles.spinner} aria-hidden />}
    </AriaButton>
  );
}
