import { t } from '@lingui/core/macro';
import type { TemplateColumn, TemplateId } from '@talka/domain/boards';
import { unreachable } from '@talka/domain/kernel';

/** What a template is called, in the person's language; also the first name of a board made from it. */
export function templateName(id: TemplateId): string {
  switch (id) {
    case 'basic':
      return t`Task board`;
    case 'customer-success':
      return t`Customer success`;
    case 'helpdesk':
      return t`Helpdesk`;
    case 'project-management':
      return t`Project management`;
    case 'empty':
      return t`Empty board`;
    default:
      return unreachable(id);
  }
}

export function templateColumnName(column: TemplateColumn): string {
  return COLUMN_NAMES[column]();
}

const COLUMN_NAMES: Readonly<Record<TemplateColumn, () => string>> = {
  'to-do': () => t`To Do`,
  doing: () => t`Doing`,
  completed: () => t`Completed`,
  'new-tickets': () => t`New tickets`,
  'open-tickets': () => t`Open tickets`,
  'feature-requests': () => t`Feature requests`,
  bugs: () => t`Bugs`,
  strategy: () => t`Strategy`,
  design: () => t`Design`,
  development: () => t`Development`,
  testing: () => t`Testing`,
};
