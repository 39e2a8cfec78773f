import type { CreateTableBuilder, SchemaModule, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';
import { columnTypes } from './column-types.ts';
import type { Database } from './database.ts';

/** What a migration works with; it runs inside one transaction. */
export interface MigrationSchema {
  readonly engine: Database['engine'];
  readonly schema: MigrationTables;
  readonly type: ColumnTypes;
  /** For moving data. Not typed by today's tables, because a migration must keep running when they change. */
  readonly tx: Transaction<Record<string, Record<string, unknown>>>;
}

export interface MigrationTables {
  /** A STRICT table on SQLite, so that a column holds what it says on both engines. */
  createTable<Name extends string>(name: Name): CreateTableBuilder<Name>;
  readonly createIndex: SchemaModule['createIndex'];
  readonly alterTable: SchemaModule['alterTable'];
  readonly dropTable: SchemaModule['dropTable'];
  readonly dropIndex: SchemaModule['dropIndex'];
}

export type Migration = (schema: MigrationSchema) => Promise<void>;

export function migrationSchema(engine: Database['engine'], tx: MigrationSchema['tx']): MigrationSchema {
  const { schema } = tx;
  return {
    engine,
    tx,
    type: columnTypes(engine),
    schema: {
      createTable(name) {
        const builder = schema.createTable(name);
        return engine === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder;
      },
      createIndex: (name) => schema.createIndex(name),
      alterTable: (name) => schema.alterTable(name),
      dropTable: (name) => schema.dropTable(name),
      dropIndex: (name) => schema.dropIndex(name),
    },
  };
}
