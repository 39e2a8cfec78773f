import { Trans } from '@lingui/react/macro';
import { TASK_PRIORITIES, TASK_STATUSES } from '@talka/domain/tasks';
import type { ReactNode } from 'react';
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
    default:
      return <Trans>{who} changed it</Trans>;
  }
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
