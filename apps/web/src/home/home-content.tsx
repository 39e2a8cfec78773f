import { Trans, useLingui } from '@lingui/react/macro';
import { TEMPLATES } from '@talka/domain/boards';
import { problemSentence } from '../app/problem-sentence.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { BoardGrid } from './board-grid.tsx';
import grid from './board-grid.module.css';
import type { BoardTileData } from './boards-api.ts';
import styles from './home-page.module.css';
import { TemplatePicture } from './template-picture.tsx';

interface HomeContentProps {
  readonly boards: readonly BoardTileData[] | null;
  readonly wanted: string;
  readonly problem: unknown;
  readonly onRetry: () => void;
  readonly onCreate: () => void;
  readonly onClearSearch: () => void;
}

export function HomeContent({ boards, wanted, problem, onRetry, onCreate, onClearSearch }: HomeContentProps) {
  const { t } = useLingui();
  if (boards === null && problem === null) return <Waiting />;
  return (
    <>
      {problem !== null && <Trouble problem={problem} onRetry={onRetry} />}
      {boards?.length === 0 && wanted === '' && <FirstBoard onCreate={onCreate} />}
      {boards?.length === 0 && wanted !== '' && <NothingFound wanted={wanted} onClear={onClearSearch} />}
      {boards && boards.length > 0 && <BoardGrid label={t`Boards`} boards={boards} />}
    </>
  );
}

function Waiting() {
  return (
    <div className={grid.grid} aria-busy="true">
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <Skeleton key={place} height={132} className={styles.waiting} />
      ))}
    </div>
  );
}

function Trouble({ problem, onRetry }: { readonly problem: unknown; readonly onRetry: () => void }) {
  const again = (
    <Button size="small" onPress={onRetry}>
      <Trans>Try again</Trans>
    </Button>
  );
  return (
    <div className={styles.trouble}>
      <Banner tone="bad" action={again}>
        {problemSentence(problem)}
      </Banner>
    </div>
  );
}

function FirstBoard({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useLingui();
  const picture = (
    <span className={styles.picture}>
      {TEMPLATES.slice(0, 1).map((template) => (
        <TemplatePicture key={template.id} template={template} />
      ))}
    </span>
  );
  const create = (
    <Button tone="primary" size="large" onPress={onCreate}>
      <Trans>Create your first board</Trans>
    </Button>
  );
  return (
    <EmptyState picture={picture} title={t`A board for your work`} action={create}>
      <Trans>
        A board shows what is to do, what is being done and what is completed. Start one, then invite others.
      </Trans>
    </EmptyState>
  );
}

function NothingFound({ wanted, onClear }: { readonly wanted: string; readonly onClear: () => void }) {
  const { t } = useLingui();
  const all = (
    <Button onPress={onClear}>
      <Trans>Show all boards</Trans>
    </Button>
  );
  return (
    <EmptyState title={t`No board is called “${wanted}”`} action={all}>
      <Trans>Try a shorter word, or a part of the account's name.</Trans>
    </EmptyState>
  );
}
