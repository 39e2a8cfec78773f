import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, type SwitchFieldProps as AriaProps } from 'react-aria-components/Switch';
import { classNames } from './class-names.ts';
import styles from './switch.module.css';

export interface SwitchProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly className?: string;
}

/** Works at once, without a "Save". */
export function Switch({ children, className, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className={className ?? ''}>
      <SwitchButton className={classNames(styles.switch)}>
        <span className={styles.track}>
          <span className={styles.thumb} />
        </span>
        <span>{children}</span>
      </SwitchButton>
    </SwitchField>
  );
}
