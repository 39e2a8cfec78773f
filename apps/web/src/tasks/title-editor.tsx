import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '../ui/class-names.ts';
import styles from './title-editor.module.css';

interface TitleEditorProps {
  readonly value: string;
  readonly label: string;
  readonly maxLength: number;
  readonly className?: string | undefined;
  readonly onSave: (value: string) => void;
  /** @param byKey whether the focus is to go back to where it came from */
  readonly onClose: (byKey: boolean) => void;
}

/** A title being renamed over as many lines as it needs: Enter and leaving save, Escape goes back. */
export function TitleEditor({ value, label, maxLength, className, onSave, onClose }: TitleEditorProps) {
  const [draft, setDraft] = useState(value);
  const area = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  useLayoutEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.select();
  }, []);
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
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      end(true, true);
    }
    if (event.key === 'Escape') end(false, true);
  };
  return (
    <textarea
      ref={area}
      className={classNames(className, styles.editor)}
      aria-label={label}
      value={draft}
      rows={1}
      maxLength={maxLength}
      dir="auto"
      onChange={(event) => setDraft(event.target.value.replace(/[\r\n]+/g, ' '))}
      onKeyDown={onKeyDown}
      onBlur={() => end(true, false)}
    />
  );
}
