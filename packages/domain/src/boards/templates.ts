export type TemplateId = 'basic' | 'customer-success' | 'helpdesk' | 'project-management' | 'empty';

/** A column of a template, by a name that each language has its own word for. */
export type TemplateColumn =
  | 'to-do'
  | 'doing'
  | 'completed'
  | 'new-tickets'
  | 'open-tickets'
  | 'feature-requests'
  | 'bugs'
  | 'strategy'
  | 'design'
  | 'development'
  | 'testing';

/** A board to start from: its stages, and what its Done column is called; names are put in by the reader's language. */
export interface Template {
  readonly id: TemplateId;
  readonly stages: readonly TemplateColumn[];
  readonly done: TemplateColumn | null;
}

export const TEMPLATES: readonly Template[] = [
  { id: 'basic', stages: ['to-do', 'doing'], done: 'completed' },
  {
    id: 'customer-success',
    stages: ['new-tickets', 'open-tickets', 'feature-requests', 'bugs'],
    done: 'completed',
  },
  { id: 'helpdesk', stages: ['to-do', 'doing'], done: 'completed' },
  {
    id: 'project-management',
    stages: ['strategy', 'design', 'development', 'testing'],
    done: 'completed',
  },
  { id: 'empty', stages: [], done: null },
];
