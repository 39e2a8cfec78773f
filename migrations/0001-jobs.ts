import type { Migration } from '../apps/server/src/platform/database/migration-schema.ts';

export const up: Migration = async ({ schema, type }) => {
  await schema
    .createTable('jobs')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('kind', type.text, (column) => column.notNull())
    .addColumn('payload', type.json, (column) => column.notNull())
    .addColumn('attempts', type.integer, (column) => column.notNull())
    .addColumn('run_at', type.instant, (column) => column.notNull())
    .addColumn('locked_until', type.instant)
    .addColumn('locked_by', type.id)
    .addColumn('last_error', type.text)
    .addColumn('dead_at', type.instant)
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .execute();
  await schema.createIndex('jobs_due').on('jobs').columns(['dead_at', 'run_at']).execute();
};
