import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { StatementCache } from './statement-cache.ts';

/** The one connection to the SQLite file. Statements are synchronous; the promises are Kysely's. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements: StatementCache;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = new StatementCache(database);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { statement, hasRows } = this.#statements.prepare(query.sql);
    const parameters = asInput(query.parameters);
    if (hasRows) return { rows: asRows<R>(statement.all(...parameters)) };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  /** Uses a statement of its own, since others may run between two of its rows. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const statement = this.#database.prepare(query.sql);
    for (const row of statement.iterate(...asInput(query.parameters))) yield { rows: asRows<R>([row]) };
  }

  /** A transaction that was left open by a failed commit is ended first, so that it can't block the next ones. */
  begin(isReadOnly: boolean): void {
    this.rollback();
    this.#run(isReadOnly ? 'begin' : 'begin immediate');
  }

  commit(): void {
    this.#run('commit');
  }

  /** SQLite ends a transaction by itself when the disk is full or fails; then there is nothing left to roll back. */
  rollback(): void {
    if (this.#database.isTransaction) this.#run('rollback');
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #run(sql: string): void {
    this.#statements.prepare(sql).statement.run();
  }
}

// Kysely types parameters and rows loosely; node:sqlite itself refuses a value that it can't bind.
function asInput(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

function asRows<R>(rows: readonly unknown[]): R[] {
  return rows as R[];
}
