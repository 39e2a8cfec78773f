import { useLingui } from '@lingui/react/macro';
import { Send, X } from 'lucide-react';
import { useApp } from '../app/app-context.ts';
import { timeAgo } from '../app/dates.ts';
import { roleName } from '../app/role-name.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { useProblemToast } from '../app/use-problem-toast.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { useBoardSession } from './board-context.ts';
import { resendInvitation, revokeInvitation, type PendingInvitation } from './team-api.ts';
import styles from './team-dialog.module.css';

interface PendingRowProps {
  readonly invitation: PendingInvitation;
  readonly onChanged: () => void;
}

/** Someone who was invited and hasn't come yet. */
export function PendingRow({ invitation, onChanged }: PendingRowProps) {
  const { t } = useLingui();
  const { api } = useApp();
  const { boardId } = useBoardSession();
  const locale = useLocale();
  const now = useNow();
  const tell = useProblemToast();
  const attempt = (work: Promise<void>, done: string) => {
    work.then(() => {
      showToast(done);
      onChanged();
    }, tell);
  };
  const { email, id, role, createdAt } = invitation;
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <span className={styles.name} dir="ltr">
          {email}
        </span>
        <span className={styles.email}>
          {roleName(role)} · {timeAgo(createdAt, now, locale)}
        </span>
      </span>
      <IconButton
        icon={Send}
        label={t`Send the invitation again`}
        onPress={() => attempt(resendInvitation(api, boardId, id), t`The invitation was sent again.`)}
      />
      <IconButton
        icon={X}
        label={t`Take back the invitation`}
        onPress={() => attempt(revokeInvitation(api, boardId, id), t`The invitation no longer works.`)}
      />
    </li>
  );
}
