import { useLingui } from '@lingui/react/macro';
import { members } from '@talka/domain/boards';
import { useSession } from '../app/app-context.ts';
import { DialogBody } from '../ui/dialog-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useBoardSession, useCan, useIds } from './board-context.ts';
import { InviteForm } from './invite-form.tsx';
import { MemberRow } from './member-row.tsx';
import { PendingRow } from './pending-row.tsx';
import styles from './team-dialog.module.css';
import { useTeam } from './use-team.ts';

interface TeamDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The people of the board: who is on it, who is invited, and for Board Admins how to change that. */
export function TeamDialog({ isOpen, onClose }: TeamDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`People of this board`} isOpen={isOpen} onClose={onClose} closeLabel={t`Close`} width="medium">
      <TeamBody />
    </Dialog>
  );
}

function TeamBody() {
  const { t } = useLingui();
  const { team, refresh } = useTeam();
  const canManage = useCan('manage-team');
  const me = useSession().user.id;
  const { store } = useBoardSession().replica;
  const ids = useIds(members);
  const people = ids.flatMap((id) => store.get(members, id) ?? []);
  const emailOf = (id: string) => team?.members.find((member) => member.id === id)?.email ?? null;
  return (
    <DialogBody>
      {canManage && <InviteForm onInvited={refresh} />}
      <ul className={styles.list} aria-label={t`On the team`}>
        {people.map((member) => (
          <MemberRow key={member.id} member={member} email={emailOf(member.id)} isMe={member.id === me} />
        ))}
      </ul>
      {team === null && canManage && <Skeleton height={34} />}
      {team !== null && team.invitations.length > 0 && (
        <>
          <h3 className={styles.heading}>{t`Invited, not here yet`}</h3>
          <ul className={styles.list} aria-label={t`Invited, not here yet`}>
            {team.invitations.map((invitation) => (
              <PendingRow key={invitation.id} invitation={invitation} onChanged={refresh} />
            ))}
          </ul>
        </>
      )}
    </DialogBody>
  );
}
