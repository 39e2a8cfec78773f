import type { Migration } from '../apps/server/src/platform/database/migration-schema.ts';

export const up: Migration = async ({ schema, type }) => {
  await schema
    .createTable('accounts')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('name', type.text, (column) => column.notNull())
    .addColumn('owner_id', type.id, (column) => column.notNull().references('users.id'))
    .addColumn('time_zone', type.text, (column) => column.notNull())
    .addColumn('trial_started_on', type.text, (column) => column.notNull())
    .addColumn('trial_ends_on', type.text, (column) => column.notNull())
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .execute();
  await schema.createIndex('accounts_of_owner').on('accounts').column('owner_id').execute();
  await schema
    .createTable('account_admins')
    .addColumn('account_id', type.id, (column) => column.notNull().references('accounts.id').onDelete('cascade'))
    .addColumn('user_id', type.id, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('since', type.instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('account_admins_once', ['account_id', 'user_id'])
    .execute();
  await schema.createIndex('account_admins_of_user').on('account_admins').column('user_id').execute();
};
