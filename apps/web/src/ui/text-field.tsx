import type { ReactNode, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components/TextField';
import { classNames } from './class-names.ts';
import { FieldFrame } from './field-frame.tsx';
import styles from './field.module.css';
import { Icon, type IconShape } from './icon.tsx';

export interface TextFieldProps extends Omit<AriaProps, 'children' | 'className' | 'style' | 'isInvalid' | 'ref'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly icon?: IconShape;
  /** A button or sign inside the field's end. */
  readonly end?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly className?: string;
  /** For addresses and passwords: no capital made of the first letter. */
  readonly autoCapitalize?: 'off';
}

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, hint, error, placeholder, icon, end, inputRef, className, autoCapitalize, ...rest } =
    props;
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      {...(isLabelHidden && { 'aria-label': label })}
      isInvalid={error !== undefined}
      className={classNames(styles.field, className)}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <div className={styles.box}>
          {icon && (
            <span className={styles.start}>
              <Icon shape={icon} />
            </span>
          )}
          <Input
            {...(inputRef && { ref: inputRef })}
            {...(placeholder && { placeholder })}
            {...(autoCapitalize && { autoCapitalize })}
            dir="auto"
            className={styles.input ?? ''}
          />
          {end && <span className={styles.end}>{end}</span>}
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
