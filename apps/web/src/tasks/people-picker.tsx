import { useLingui } from '@lingui/react/macro';
import { members } from '@talka/domain/boards';
import type { TaskId, UserId } from '@talka/domain/kernel';
import { isAssignable, type Task } from '@talka/domain/tasks';
import { useBoardSession, useIds, useRun } from '../boards/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { PickList } from '../ui/pick-list.tsx';
import styles from './pickers.module.css';
import { useAssignees } from './use-assignees.ts';

/** Who is to do a task: everybody of the team but Visitors. */
export function PeopleCard({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { store } = useBoardSession().replica;
  const run = useRun();
  const chosen = useAssignees(task.id).map(({ id }) => id);
  const team = useIds(members).flatMap((id) => store.get(members, id) ?? []);
  const toggle = (user: string) =>
    run(chosen.includes(user) ? 'task.unassign' : 'task.assign', { id: task.id as TaskId, user: user as UserId });
  return (
    <PickList
      label={t`People of the task`}
      placeholder={t`Find a person`}
      empty={t`Nobody on the team is called so.`}
      options={team.filter(isAssignable).map((person) => ({
        id: person.id,
        label: person.name,
        face: (
          <span className={styles.person}>
            <Avatar person={person} size="small" isDecoration />
            <bdi>{person.name}</bdi>
          </span>
        ),
      }))}
      chosen={chosen}
      onToggle={toggle}
    />
  );
}
