import type { ReactNode, Ref } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components/TextField';
import { classNames } from './class-names.ts';
import { FieldFrame } from './field-frame.tsx';
import styles from './field.module.css';

export interface TextAreaProps extends Omit<AriaProps, 'children' | 'className' | 'style' | 'isInvalid' | 'ref'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  readonly className?: string;
}

/** Many lines; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, hint, error, placeholder, areaRef, className, ...rest } = props;
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
          <AriaTextArea
            {...(areaRef && { ref: areaRef })}
            {...(placeholder && { placeholder })}
            dir="auto"
            className={classNames(styles.input, styles.area)}
          />
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
