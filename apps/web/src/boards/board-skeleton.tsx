import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './board-skeleton.module.css';

const COLUMNS = [5, 3, 4, 2];

/** The shape of a board on its way. */
export function BoardSkeleton() {
  const { t } = useLingui();
  return (
    <div className={styles.board} role="status" aria-label={t`Opening the board`}>
      <div className={styles.head}>
        <Skeleton width={180} height={20} />
      </div>
      <div className={styles.row}>
        {COLUMNS.map((cards, column) => (
          <div key={column} className={styles.column}>
            {Array.from({ length: cards }, (_, card) => (
              <Skeleton key={card} height={card % 2 === 0 ? 78 : 58} className={styles.card} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
