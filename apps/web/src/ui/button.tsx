import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import styles from './button.module.css';
import { Icon, type IconShape } from './icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  /** `primary` once a screen, `plain` beside it, `quiet` inside other things, `danger` for what can't be undone. */
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small' | 'large';
  readonly icon?: IconShape;
  /** At work: keeps its place and focus, answers no press. What comes of it is for the screen to say. */
  readonly isPending?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { tone = 'plain', size = 'medium', icon, isPending = false, className, children, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      {...(isPending && PENDING)}
      className={classNames(styles.button, styles[tone], styles[size], className)}
    >
      {icon && <Icon shape={icon} />}
      <span className={styles.label}>{children}</span>
      {isPending && <span className={styles.spinner} aria-hidden />}
    </AriaButton>
  );
}

const PENDING = { 'data-pending': true, 'aria-disabled': true, type: 'button', onPress: () => undefined } as const;
