import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

export interface FieldFrameProps {
  readonly label: string;
  /** Kept for ears when the place already says what the field is. */
  readonly isLabelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  /** The reason why the value isn't taken, or nothing. */
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** Label above, control, then the hint or the reason. Stands inside a React Aria field. */
export function FieldFrame({ label, isLabelHidden = false, hint, error, children }: FieldFrameProps) {
  return (
    <>
      {!isLabelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      {children}
      {hint && !error && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        <Icon shape={CircleAlert} size={14} />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
