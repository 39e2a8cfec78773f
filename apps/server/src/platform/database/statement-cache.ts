import type { DatabaseSync, StatementSync } from 'node:sqlite';

const MOST_STATEMENTS = 500;
const LONGEST_KEPT_SQL = 16_384;

export interface PreparedStatement {
  readonly statement: StatementSync;
  /** Whether it answers with rows (select, returning, some pragmas). */
  readonly hasRows: boolean;
}

/** Prepared statements by their text; the least recently used go first. */
export class StatementCache {
  readonly #database: DatabaseSync;
  readonly #bySql = new Map<string, PreparedStatement>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): PreparedStatement {
    const known = this.#bySql.get(sql);
    if (known) {
      this.#bySql.delete(sql);
      this.#bySql.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    const prepared = { statement, hasRows: statement.columns().length > 0 };
    if (sql.length <= LONGEST_KEPT_SQL) this.#keep(sql, prepared);
    return prepared;
  }

  clear(): void {
    this.#bySql.clear();
  }

  #keep(sql: string, prepared: PreparedStatement): void {
    this.#bySql.set(sql, prepared);
    if (this.#bySql.size <= MOST_STATEMENTS) return;
    for (const oldest of this.#bySql.keys()) {
      this.#bySql.delete(oldest);
      return;
    }
  }
}
