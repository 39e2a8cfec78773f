import { t } from '@lingui/core/macro';
import { can, columns } from '@talka/domain/boards';
import type { ColumnId, TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { useEffect, useState } from 'react';
import { columnName, useBoardSession, useRun } from '../boards/index.ts';
import type { Drop } from '../ui/lift/lift-options.ts';
import type { LiftSentences, SpokenPlace } from '../ui/lift/lift-sentences.ts';
import { createLift, type Lift } from '../ui/lift/lift.ts';

type BoardSession = ReturnType<typeof useBoardSession>;

/** The drag of the board: cards among columns, columns in their row. */
export function useBoardLift(): Lift {
  const session = useBoardSession();
  const run = useRun();
  const [lift] = useState(() =>
    createLift({
      canLift: ({ kind, id }) => mayLift(session, kind, id),
      canDrop: (drop) => mayDrop(session, drop),
      onDrop: ({ kind, id, toList, after }) => {
        if (kind === 'column') run('column.move', { id: id as ColumnId, after: after as ColumnId | null });
        else run('task.move', { id: id as TaskId, column: toList as ColumnId, after: after as TaskId | null });
      },
      sentences: liftSentences(session),
    }),
  );
  useEffect(() => () => lift.cancel(), [lift]);
  return lift;
}

function mayLift({ replica }: BoardSession, kind: string, id: string): boolean {
  if (kind === 'task') return can(replica.role, 'edit-tasks');
  return can(replica.role, 'edit-board') && replica.store.get(columns, id)?.kind === 'stage';
}

/** A column can't be put behind Done or Trash. */
function mayDrop({ replica }: BoardSession, { kind, after }: Drop): boolean {
  if (kind !== 'column' || after === null) return true;
  return replica.store.get(columns, after)?.kind === 'stage';
}

function liftSentences({ replica }: BoardSession): LiftSentences {
  const { store } = replica;
  const nameOf = (kind: string, id: string): string => {
    const column = store.get(columns, id);
    if (kind === 'column') return column === undefined ? '' : columnName(column);
    return store.get(tasks, id)?.title ?? '';
  };
  const words = ({ id, kind, list, position, count }: SpokenPlace) => {
    const column = kind === 'column' ? undefined : store.get(columns, list);
    return { name: nameOf(kind, id), column: column === undefined ? '' : columnName(column), position, count };
  };
  return {
    lifted(place) {
      const { name, position, count } = words(place);
      return t`${name} lifted, position ${position} of ${count}. Arrow keys move it, Space drops it, Escape cancels.`;
    },
    moved(place) {
      const { column, position, count } = words(place);
      return column === '' ? t`Position ${position} of ${count}.` : t`${column}, position ${position} of ${count}.`;
    },
    dropped(place) {
      const { name, column, position, count } = words(place);
      if (column === '') return t`${name} dropped, position ${position} of ${count}.`;
      return t`${name} dropped in ${column}, position ${position} of ${count}.`;
    },
    returned(_id, why) {
      return why === 'gone' ? t`It is no longer there.` : t`Back where it was.`;
    },
    refused(place) {
      const { name } = words(place);
      return t`${name} can't be put there.`;
    },
  };
}
