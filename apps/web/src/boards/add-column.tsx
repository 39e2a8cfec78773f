import { useLingui } from '@lingui/react/macro';
import { columns } from '@talka/domain/boards';
import { LIMITS, type ColumnId } from '@talka/domain/kernel';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { InlineEdit } from '../ui/inline-edit.tsx';
import styles from './add-column.module.css';
import { useIds } from './board-context.ts';
import { newId } from '../app/new-id.ts';
import { useRun } from './use-run.ts';

/** Stands behind the last column: a click asks for a name, Enter adds. */
export function AddColumn() {
  const { t } = useLingui();
  const [asks, setAsks] = useState(false);
  const ids = useIds(columns);
  const run = useRun();
  useShortcuts([{ keys: 'c', label: t`Add a column`, scope: t`Board`, run: () => setAsks(true) }]);
  const add = (name: string) =>
    run('column.add', { id: newId() as ColumnId, name, after: (ids.at(-1) ?? null) as ColumnId });
  return (
    <div className={styles.place}>
      {asks ? (
        <div className={styles.field}>
          <InlineEdit
            value=""
            label={t`Name of the new column`}
            maxLength={LIMITS.columnName}
            isEditing
            onEditingChange={setAsks}
            onSave={add}
          />
        </div>
      ) : (
        <Button tone="quiet" icon={Plus} className={styles.button} onPress={() => setAsks(true)}>
          {t`Add column`}
        </Button>
      )}
    </div>
  );
}
