import type {
  DatabaseConnection,
  Dialect,
  Driver,
  QueryCompiler,
  SelectModifierNode,
  SelectQueryNode,
  TransactionSettings,
} from 'kysely';
import {
  CompiledQuery,
  IdentifierNode,
  RawNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  createQueryId,
} from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';
import { Turnstile } from './turnstile.ts';

/** Kysely on node:sqlite: one connection, entered by one statement or transaction at a time. */
export function createSqliteDialect(connection: SqliteConnection, beforeAcquire: () => void): Dialect {
  return {
    createDriver: () => new SqliteDriver(connection, beforeAcquire),
    createQueryCompiler: () => new UnlockedQueryCompiler(),
    createAdapter: () => new QueueingAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** The driver below queues by itself, because Kysely's own queue would be entered before a misuse can be seen. */
class QueueingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Leaves out row locks: SQLite has none, and a transaction holds the whole database anyway. */
class UnlockedQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectQuery(node: SelectQueryNode): void {
    const kept = node.endModifiers?.filter((modifier) => !isRowLock(modifier));
    super.visitSelectQuery(kept ? { ...node, endModifiers: kept } : node);
  }
}

function isRowLock({ modifier }: SelectModifierNode): boolean {
  return modifier !== undefined && modifier !== 'Distinct';
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #beforeAcquire: () => void;
  readonly #turnstile = new Turnstile();

  constructor(connection: SqliteConnection, beforeAcquire: () => void) {
    this.#connection = connection;
    this.#beforeAcquire = beforeAcquire;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#beforeAcquire();
    await this.#turnstile.enter();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#turnstile.leave();
  }

  async beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    this.#connection.begin(settings.accessMode === 'read only');
  }

  async commitTransaction(): Promise<void> {
    this.#connection.commit();
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection.rollback();
  }

  async savepoint(_c: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    await this.#savepointCommand('savepoint', name, compile);
  }

  async rollbackToSavepoint(_c: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']) {
    await this.#savepointCommand('rollback to', name, compile);
  }

  async releaseSavepoint(_c: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    await this.#savepointCommand('release', name, compile);
  }

  async destroy(): Promise<void> {
    await this.#turnstile.enter();
    this.#connection.close();
  }

  async #savepointCommand(command: string, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    const node = RawNode.create([`${command} `, ''], [IdentifierNode.create(name)]);
    const { sql } = compile(node, createQueryId());
    await this.#connection.executeQuery(CompiledQuery.raw(sql));
  }
}
