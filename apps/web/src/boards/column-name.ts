import { t } from '@lingui/core/macro';
import type { Column } from '@talka/domain/boards';

/** What a column is called: its own name, or for a fixed one that nobody named, the word of the reader's language. */
export function columnName({ kind, name }: Pick<Column, 'kind' | 'name'>): string {
  if (kind === 'trash') return t`Trash`;
  return name === '' ? t`Done` : name;
}
