/** What a row may hold: flat and JSON-safe, so that it travels, is stored and compares as it is. */
export type Field = string | number | boolean | null | undefined;

export interface Row {
  readonly id: string;
}

/** A table whose kind of row doesn't matter. */
export interface AnyTable {
  readonly name: string;
  /** Fields that place a row: which list (`by`, or one list for all when null) and where in it (`at`). */
  readonly listed: { readonly by: string | null; readonly at: string } | null;
}

/** A kind of row of a board, and how its rows stand in lists. `kind` is there for types only. */
export interface Table<Kind extends Row> extends AnyTable {
  readonly kind?: Kind | undefined;
}

/** The fields that place rows of a kind in lists. */
export interface Listed<Kind extends Row> {
  readonly by: (keyof Kind & string) | null;
  readonly at: keyof Kind & string;
}

/** Declares a table of rows `Kind`; `listed` names the fields that place them in lists. */
export function defineTable<Kind extends Row>(name: string, listed: Listed<Kind> | null = null): Table<Kind> {
  return { name, listed };
}
