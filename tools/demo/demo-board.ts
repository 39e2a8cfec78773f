/** The people of the demo, by the names used in its stories. */
export type Who = 'mara' | 'lina' | 'hiro';

export interface DemoTask {
  readonly title: string;
  readonly by: Who;
  readonly text?: string;
  /** Its first title, when somebody found better words later. */
  readonly was?: string;
  /** Where it was added first, and who moved it to where it is now. */
  readonly from?: readonly [column: string, mover: Who];
}

export interface DemoBoard {
  readonly name: string;
  readonly owner: Who;
  readonly team: Readonly<Partial<Record<Who, 'admin' | 'member' | 'visitor'>>>;
  /** Tasks by column, from left to right and from top to bottom; the last column is Done. */
  readonly columns: Readonly<Record<string, readonly DemoTask[]>>;
  /** Titles of tasks that lie in Trash. */
  readonly trash?: readonly DemoTask[];
}
