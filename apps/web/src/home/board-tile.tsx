import { plural } from '@lingui/core/macro';
import { Plural } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { preloadBoard } from '../app/board-route.tsx';
import { exactTime, timeAgo } from '../app/dates.ts';
import { roleName } from '../app/role-name.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { AvatarGroup } from '../ui/avatar-group.tsx';
import { hueOf } from '../ui/hue.ts';
import styles from './board-tile.module.css';
import type { BoardTileData } from './boards-api.ts';

interface BoardTileProps {
  readonly board: BoardTileData;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

export function BoardTile({ board, isStop, onFocus }: BoardTileProps) {
  const locale = useLocale();
  const now = useNow();
  return (
    <Link
      to="/b/$boardId"
      params={{ boardId: board.id }}
      className={styles.tile}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onPointerEnter={preloadBoard}
    >
      <span className={styles.head}>
        <span className={styles.sign} style={{ '--hue': hueOf(board.id) }} aria-hidden>
          <i />
          <i />
          <i />
        </span>
        <span className={styles.words}>
          <span className={styles.name} dir="auto">
            {board.name}
          </span>
          <span className={styles.account}>
            <bdi>{board.accountName}</bdi> · {roleName(board.role)}
          </span>
        </span>
      </span>
      <span className={styles.foot}>
        <span className={styles.facts}>
          <span className={styles.count}>
            <Plural value={board.openTasks} _0="No open tasks" one="# open task" other="# open tasks" />
          </span>
          <time dateTime={new Date(board.updatedAt).toISOString()} title={exactTime(board.updatedAt, locale)}>
            {timeAgo(board.updatedAt, now, locale)}
          </time>
        </span>
        <AvatarGroup people={board.people} moreLabel={morePeople} />
      </span>
    </Link>
  );
}

function morePeople(count: number): string {
  return plural(count, { one: '# more person', other: '# more people' });
}
