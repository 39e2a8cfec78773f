import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from 'react-aria-components/Checkbox';
import { classNames } from './class-names.ts';
import styles from './checkbox.module.css';
import { Icon } from './icon.tsx';

export interface CheckboxProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly className?: string;
}

export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={classNames(styles.checkbox, className)}>
      <span className={styles.box}>
        <Icon shape={Check} size={13} />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
