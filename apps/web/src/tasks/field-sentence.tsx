import { Trans, useLingui } from '@lingui/react/macro';
import { TASK_PRIORITIES, TASK_STATUSES } from '@talka/domain/tasks';
import type { ReactNode } from 'react';
import { dayInWords } from '../app/dates.ts';
import { Said } from './said.tsx';
import { priorityName, statusName } from './status-name.ts';
import type { HistoryLine } from './task-api.ts';

interface FieldSentenceProps {
  readonly line: HistoryLine;
  readonly name: string;
}

/** How one of a task's fields was changed, as a sentence of the reader's language. */
export function FieldSentence({ line, name }: FieldSentenceProps): ReactNode {
  const who = <Said>{name}</Said>;
  const { data } = line;
  switch (line.kind) {
    case 'task.status-changed':
      return (
        <Trans>
          {who} changed the status from <Said>{status(data['from'])}</Said> to <Said>{status(data['to'])}</Said>
        </Trans>
      );
    case 'task.priority-changed':
      return (
        <Trans>
          {who} changed the priority from <Said>{priority(data['from'])}</Said> to <Said>{priority(data['to'])}</Said>
        </Trans>
      );
    case 'task.due-changed':
      return <DueLine line={line} name={name} />;
    case 'task.assigned':
      if (data['userId'] === line.actorId) return <Trans>{who} took this task on</Trans>;
      return (
        <Trans>
          {who} assigned it to <Said>{String(data['name'])}</Said>
        </Trans>
      );
    case 'task.unassigned':
      return (
        <Trans>
          {who} took <Said>{String(data['name'])}</Said> off this task
        </Trans>
      );
    case 'task.tagged':
      return (
        <Trans>
          {who} put the tag <Said>{String(data['name'])}</Said> on it
        </Trans>
      );
    case 'task.untagged':
      return (
        <Trans>
          {who} took the tag <Said>{String(data['name'])}</Said> off
        </Trans>
      );
    default:
      return <Trans>{who} changed it</Trans>;
  }
}

function DueLine({ line, name }: FieldSentenceProps) {
  const { i18n } = useLingui();
  const who = <Said>{name}</Said>;
  const { to, toTime } = line.data;
  if (typeof to !== 'string') return <Trans>{who} took the due date off</Trans>;
  const day = dayInWords(to, i18n.locale);
  return (
    <Trans>
      {who} set the due date to <Said>{typeof toTime === 'string' ? `${day}, ${toTime}` : day}</Said>
    </Trans>
  );
}

/** One that this version doesn't know is shown as it was written. */
function status(value: unknown): string {
  const known = TASK_STATUSES.find((each) => each === value);
  return known === undefined ? String(value) : statusName(known);
}

function priority(value: unknown): string {
  const known = TASK_PRIORITIES.find((each) => each === value);
  return known === undefined ? String(value) : priorityName(known);
}
