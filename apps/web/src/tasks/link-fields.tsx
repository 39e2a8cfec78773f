import { useLingui } from '@lingui/react/macro';
import { dueOf, type Task } from '@talka/domain/tasks';
import { useColumn } from '../boards/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { dueSentence } from './due-words.ts';
import { useTimeZone } from './use-time-zone.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { DueSign } from './due-sign.tsx';
import { FieldButton } from './field-button.tsx';
import { DuePicker, PeoplePicker, TagPicker } from './pickers.ts';
import styles from './task-fields.module.css';
import { TaskTags, useTags } from './task-tags.tsx';
import { useAssignees } from './use-assignees.ts';

interface FieldProps {
  readonly task: Task;
  readonly isEditable: boolean;
}

export function DueField({ task, isEditable }: FieldProps) {
  const { t } = useLingui();
  const due = dueOf(task);
  const isOver = useColumn(task.columnId)?.kind !== 'stage';
  const reader = { now: useNow(), timeZone: useTimeZone(), locale: useLocale() };
  const words = due === null ? t`No due date` : dueSentence(due, reader);
  const face = due === null ? <Nothing words={words} /> : <DueSign due={due} isOver={isOver} />;
  if (!isEditable) return face;
  return (
    <FieldButton label={t`Due: ${words}`} title={t`Due date`} face={face}>
      {(close) => <DuePicker task={task} onClose={close} />}
    </FieldButton>
  );
}

export function PeopleField({ task, isEditable }: FieldProps) {
  const { t } = useLingui();
  const people = useAssignees(task.id);
  const names = people.map(({ name }) => name).join(' ') || t`Nobody`;
  const face = people.length === 0 ? <Nothing words={names} /> : <People people={people} />;
  if (!isEditable) return face;
  return (
    <FieldButton label={t`People: ${names}`} title={t`People of the task`} face={face}>
      {() => <PeoplePicker task={task} />}
    </FieldButton>
  );
}

export function TagsField({ task, isEditable }: FieldProps) {
  const { t } = useLingui();
  const tags = useTags(task.id);
  const words = tags.map(({ name }) => name).join(' ') || t`No tags`;
  const face = tags.length === 0 ? <Nothing words={words} /> : <TaskTags taskId={task.id} />;
  if (!isEditable) return face;
  return (
    <FieldButton label={t`Tags: ${words}`} title={t`Tags of the task`} face={face}>
      {() => <TagPicker task={task} />}
    </FieldButton>
  );
}

function People({ people }: { readonly people: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <span className={styles.people}>
      {people.map((person) => (
        <span key={person.id} className={styles.person}>
          <Avatar person={person} size="small" isDecoration />
          <bdi>{person.name}</bdi>
        </span>
      ))}
    </span>
  );
}

function Nothing({ words }: { readonly words: string }) {
  return <span className={styles.nothing}>{words}</span>;
}
