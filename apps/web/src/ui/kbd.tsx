import { classNames } from './class-names.ts';
import styles from './kbd.module.css';
import { keySigns } from './keys.ts';

interface KbdProps {
  /** As given to `useShortcuts`: `mod+k`. */
  readonly keys: string;
  readonly tone?: 'onPaper' | 'onDark';
}

export function Kbd({ keys, tone = 'onPaper' }: KbdProps) {
  return (
    <kbd className={classNames(styles.keys, styles[tone])} dir="ltr">
      {keySigns(keys).map((sign) => (
        <kbd key={sign} className={styles.key}>
          {sign}
        </kbd>
      ))}
    </kbd>
  );
}
