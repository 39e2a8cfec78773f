/** Whether a board can be shown, and why not. */
export type BoardStatus =
  | { readonly is: 'loading' }
  | { readonly is: 'ready' }
  /** It isn't there, or isn't shared with this person (any more). */
  | { readonly is: 'missing' }
  /** The server speaks a newer version than this page. */
  | { readonly is: 'outdated' }
  | { readonly is: 'failed'; readonly problem: unknown };
