/**
 * Every table of the database. A slice adds its own in its tables.ts:
 * `declare module '../platform/database/tables.ts' { interface Tables { boards: BoardTable } }`
 */
export interface Tables {
  schema_migrations: SchemaMigrationTable;
}

export interface SchemaMigrationTable {
  readonly number: number;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly applied_at: number;
}
