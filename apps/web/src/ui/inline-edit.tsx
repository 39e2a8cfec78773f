import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './inline-edit.module.css';

interface InlineEditProps {
  readonly value: string;
  /** Names the field, and the button that opens it: `Rename board`. */
  readonly label: string;
  readonly maxLength: number;
  readonly onSave: (value: string) => void;
  /** Given when something else (a menu, a key) opens it. */
  readonly isEditing?: boolean;
  readonly onEditingChange?: (isEditing: boolean) => void;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

/** Text that is renamed in place: Enter and leaving save, Escape goes back, an empty text is not taken. */
export function InlineEdit(props: InlineEditProps) {
  const { value, label, isDisabled = false, className, onEditingChange } = props;
  const [ownEditing, setOwnEditing] = useState(false);
  const isEditing = (props.isEditing ?? ownEditing) && !isDisabled;
  const trigger = useRef<HTMLButtonElement>(null);
  const change = (next: boolean) => {
    setOwnEditing(next);
    onEditingChange?.(next);
  };
  const close = (byKey: boolean) => {
    change(false);
    if (byKey) requestAnimationFrame(() => trigger.current?.focus());
  };
  if (isEditing) return <Field {...props} onClose={close} />;
  if (isDisabled) {
    return (
      <span className={classNames(styles.text, className)} dir="auto">
        {value}
      </span>
    );
  }
  return (
    <button
      ref={trigger}
      type="button"
      dir="auto"
      className={classNames(styles.text, styles.trigger, className)}
      title={label}
      onClick={() => change(true)}
    >
      {value}
    </button>
  );
}

interface FieldProps extends InlineEditProps {
  readonly onClose: (byKey: boolean) => void;
}

function Field({ value, label, maxLength, onSave, onClose, className }: FieldProps) {
  const [draft, setDraft] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useLayoutEffect(() => input.current?.select(), []);

  const end = (saves: boolean, byKey: boolean) => {
    // Closing takes the field away, which blurs it: only the first end counts.
    if (isOver.current) return;
    isOver.current = true;
    const text = draft.trim();
    if (saves && text !== '' && text !== value) onSave(text);
    onClose(byKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // While letters are being composed, Enter and Escape belong to the keyboard's helper.
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    end(event.key === 'Enter', true);
  };
  return (
    <input
      ref={input}
      dir="auto"
      className={classNames(styles.text, styles.input, className)}
      aria-label={label}
      maxLength={maxLength}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true, false)}
    />
  );
}
