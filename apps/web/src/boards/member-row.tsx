import { useLingui } from '@lingui/react/macro';
import type { Member } from '@talka/domain/boards';
import type { UserId } from '@talka/domain/kernel';
import { X } from 'lucide-react';
import { roleName } from '../app/role-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { useCan } from './board-context.ts';
import { roleOptions } from './role-options.ts';
import styles from './team-dialog.module.css';
import { useRun } from './use-run.ts';

interface MemberRowProps {
  readonly member: Member;
  readonly email: string | null;
  readonly isMe: boolean;
}

export function MemberRow({ member, email, isMe }: MemberRowProps) {
  const { t } = useLingui();
  const canManage = useCan('manage-team');
  const run = useRun();
  const user = member.id as UserId;
  return (
    <li className={styles.row}>
      <Avatar person={member} size="medium" isDecoration />
      <span className={styles.who}>
        <span className={styles.name}>
          <bdi>{member.name}</bdi> {isMe && t`(you)`}
        </span>
        {email !== null && (
          <span className={styles.email} dir="ltr">
            {email}
          </span>
        )}
      </span>
      {canManage ? (
        <>
          <Select
            label={t`Role of ${member.name}`}
            isLabelHidden
            className={styles.role ?? ''}
            options={roleOptions()}
            value={member.role}
            onChange={(role) => run('member.setRole', { user, role })}
          />
          <IconButton
            icon={X}
            label={t`Remove ${member.name} from the board`}
            onPress={() => run('member.remove', { user })}
          />
        </>
      ) : (
        <span className={styles.plainRole}>{roleName(member.role)}</span>
      )}
    </li>
  );
}
