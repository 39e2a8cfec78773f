import type { CSSProperties } from 'react';
import { classNames } from './class-names.ts';
import styles from './skeleton.module.css';

interface SkeletonProps {
  readonly width?: CSSProperties['inlineSize'];
  readonly height?: CSSProperties['blockSize'];
  readonly className?: string | undefined;
}

/** The place of something on its way. Unseen for 300 ms, so that what comes quickly doesn't flicker. */
export function Skeleton({ width = '100%', height = 14, className }: SkeletonProps) {
  const size = { inlineSize: width, blockSize: height };
  return <span aria-hidden className={classNames(styles.skeleton, className)} style={size} />;
}
