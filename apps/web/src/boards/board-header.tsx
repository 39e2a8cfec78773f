import { useLingui } from '@lingui/react/macro';
import { LIMITS } from '@talka/domain/kernel';
import { members } from '@talka/domain/boards';
import { UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSession } from '../app/app-context.ts';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { AvatarGroup } from '../ui/avatar-group.tsx';
import { Button } from '../ui/button.tsx';
import { InlineEdit } from '../ui/inline-edit.tsx';
import { useBoard, useBoardSession, useCan, useIds } from './board-context.ts';
import styles from './board-header.module.css';
import { BoardMenu } from './board-menu.tsx';
import { useBoardView, useDoing } from './board-view.ts';
import { SyncSign } from './sync-sign.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { useRun } from './use-run.ts';

/** What stands above the columns: the board's name, how it is connected, its people, and what can be done with it. */
export function BoardHeader() {
  const { t } = useLingui();
  const [showsTeam, setShowsTeam] = useState(false);
  const canManageTeam = useCan('manage-team');
  useShortcuts([{ keys: 'i', label: t`People of the board`, scope: t`Board`, run: () => setShowsTeam(true) }]);
  return (
    <header className={styles.header}>
      <BoardName />
      <SyncSign />
      <span className={styles.space} />
      <TeamFaces onPress={() => setShowsTeam(true)} />
      <BoardMenu />
      <Button
        tone="primary"
        className={styles.invite}
        icon={UserPlus}
        onPress={() => setShowsTeam(true)}
        aria-label={canManageTeam ? t`Invite people` : t`Team of the board`}
      >
        {canManageTeam ? t`Invite` : t`Team`}
      </Button>
      <TeamDialog isOpen={showsTeam} onClose={() => setShowsTeam(false)} />
    </header>
  );
}

function BoardName() {
  const { t } = useLingui();
  const board = useBoard();
  const accounts = useSession().accounts;
  const canEdit = useCan('edit-board');
  const doing = useDoing();
  const view = useBoardView();
  const run = useRun();
  if (board === undefined) return null;
  const account = accounts.find(({ id }) => id === board.accountId);
  return (
    <div className={styles.crumb}>
      {account && (
        <span className={styles.account} dir="auto">
          {account.name}
        </span>
      )}
      <h1 className={styles.name}>
        <InlineEdit
          value={board.name}
          label={t`Rename board`}
          maxLength={LIMITS.boardName}
          isDisabled={!canEdit}
          isEditing={doing.renaming === board.id}
          onEditingChange={(isEditing) => view.change({ renaming: isEditing ? board.id : null })}
          onSave={(name) => run('board.rename', { name })}
        />
      </h1>
    </div>
  );
}

function TeamFaces({ onPress }: { readonly onPress: () => void }) {
  const { t } = useLingui();
  const session = useBoardSession();
  const ids = useIds(members);
  const people = useMemo(
    () => ids.flatMap((id) => session.replica.store.get(members, id) ?? []),
    // The list is a new one whenever anybody's name or place in it changes.
    [ids, session],
  );
  return (
    <button type="button" className={styles.faces} aria-label={t`People of the board`} onClick={onPress}>
      <AvatarGroup people={people} size="medium" most={5} moreLabel={(count) => t`${count} more people`} />
    </button>
  );
}
