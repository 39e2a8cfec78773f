import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface BannerProps {
  readonly tone?: 'info' | 'bad' | 'ok';
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

const SHAPES = { info: Info, bad: CircleAlert, ok: CircleCheck } as const;

/** A sentence that stays until its cause is gone. Bad news is spoken at once. */
export function Banner({ tone = 'info', action, children }: BannerProps) {
  return (
    <div className={classNames(styles.banner, styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon shape={SHAPES[tone]} />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
