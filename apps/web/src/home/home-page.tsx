import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useDeferredValue, useRef, useState } from 'react';
import { useLocale } from '../app/use-locale.ts';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { useTitle } from '../app/use-title.ts';
import { useWasEver } from '../ui/use-was-ever.ts';
import { filterBoards } from './filter-boards.ts';
import { HomeContent } from './home-content.tsx';
import { HomeHead } from './home-head.tsx';
import styles from './home-page.module.css';
import { useBoards } from './use-boards.ts';
import { useCreateBoard } from './use-create-board.ts';

const CreateBoardDialog = lazy(() =>
  import('./create-board-dialog.tsx').then((module) => ({ default: module.CreateBoardDialog })),
);

/** With so many boards a person looks by name. */
const SEARCH_FROM = 7;

/** All boards the person works on. */
export function HomePage() {
  const { t } = useLingui();
  const locale = useLocale();
  const { boards, problem, change, retry } = useBoards();
  const [wanted, setWanted] = useState('');
  const [isCreating, setCreating] = useState(false);
  const wasCreating = useWasEver(isCreating);
  const search = useRef<HTMLInputElement>(null);
  const create = useCreateBoard(change);
  const name = useDeferredValue(wanted);
  const hasSearch = (boards?.length ?? 0) >= SEARCH_FROM;
  useTitle(t`Home`);
  const scope = t`Home`;
  const newBoard = { keys: 'n', label: t`Create new board`, scope, run: () => setCreating(true) };
  const find = { keys: '/', label: t`Search boards by name`, scope, run: () => search.current?.focus() };
  useShortcuts(hasSearch ? [newBoard, find] : [newBoard]);
  return (
    <div className={styles.page}>
      <HomeHead
        count={boards?.length ?? null}
        search={hasSearch ? { value: wanted, onChange: setWanted, inputRef: search } : null}
        onCreate={() => setCreating(true)}
      />
      <HomeContent
        boards={boards && filterBoards(boards, hasSearch ? name : '', locale)}
        wanted={hasSearch ? name.trim() : ''}
        problem={problem}
        onRetry={retry}
        onCreate={() => setCreating(true)}
        onClearSearch={() => setWanted('')}
      />
      {wasCreating && (
        <Suspense fallback={null}>
          <CreateBoardDialog
            isOpen={isCreating}
            onClose={() => setCreating(false)}
            onCreate={(wish) => {
              setCreating(false);
              create(wish);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
