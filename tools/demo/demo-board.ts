/** The people of the demo, by the names used in its stories. */
export type Who = 'mara' | 'lina' | 'hiro';

/** What a task says on its face beside its title. */
export interface DemoFields {
  readonly status?: 'ready' | 'in-progress' | 'needs-review' | 'needs-rework' | 'on-hold' | 'blocked';
  readonly priority?: 'high' | 'critical';
  /** Due this many days from the day the demo is filled. */
  readonly dueInDays?: number;
  readonly time?: string;
  readonly people?: readonly Who[];
  /** Names of tags; the board gets them as they come. */
  readonly tags?: readonly string[];
}

export interface DemoTask extends DemoFields {
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
