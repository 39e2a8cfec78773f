import type { Migration, MigrationSchema } from '../apps/server/src/platform/database/migration-schema.ts';

export const up: Migration = async (to) => {
  await createUsers(to);
  await createCredentials(to);
  await createSessions(to);
  await createVerifications(to);
  await createKnownDevices(to);
  await createServerOwners(to);
};

async function createUsers({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('users')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('name', type.text, (column) => column.notNull())
    .addColumn('email', type.text, (column) => column.notNull().unique())
    .addColumn('email_verified', type.flag, (column) => column.notNull())
    .addColumn('image', type.text)
    .addColumn('language', type.text, (column) => column.notNull())
    .addColumn('theme', type.text, (column) => column.notNull())
    .addColumn('time_zone', type.text, (column) => column.notNull())
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .addColumn('updated_at', type.instant, (column) => column.notNull())
    .execute();
}

// One row a way to sign in: a password today, other providers later.
async function createCredentials({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('credentials')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('user_id', type.id, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('provider_id', type.text, (column) => column.notNull())
    .addColumn('account_id', type.text, (column) => column.notNull())
    .addColumn('password', type.text)
    .addColumn('access_token', type.text)
    .addColumn('refresh_token', type.text)
    .addColumn('id_token', type.text)
    .addColumn('access_token_expires_at', type.instant)
    .addColumn('refresh_token_expires_at', type.instant)
    .addColumn('scope', type.text)
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .addColumn('updated_at', type.instant, (column) => column.notNull())
    .addUniqueConstraint('credentials_of_provider', ['provider_id', 'account_id'])
    .execute();
  await schema.createIndex('credentials_of_user').on('credentials').column('user_id').execute();
}

async function createSessions({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('sessions')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('user_id', type.id, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('token', type.text, (column) => column.notNull().unique())
    .addColumn('ip_address', type.text)
    .addColumn('user_agent', type.text)
    .addColumn('expires_at', type.instant, (column) => column.notNull())
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .addColumn('updated_at', type.instant, (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_of_user').on('sessions').column('user_id').execute();
  await schema.createIndex('sessions_by_end').on('sessions').column('expires_at').execute();
}

async function createVerifications({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('verifications')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('identifier', type.text, (column) => column.notNull().unique())
    .addColumn('value', type.text, (column) => column.notNull())
    .addColumn('expires_at', type.instant, (column) => column.notNull())
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .addColumn('updated_at', type.instant, (column) => column.notNull())
    .execute();
  await schema.createIndex('verifications_by_end').on('verifications').column('expires_at').execute();
}

async function createKnownDevices({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('known_devices')
    .addColumn('user_id', type.id, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('device_hash', type.text, (column) => column.notNull())
    .addColumn('address', type.text, (column) => column.notNull())
    .addColumn('seen_at', type.instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('known_devices_of_user', ['user_id', 'device_hash'])
    .execute();
}

// At most one row, so that of two first people who sign up at once only one becomes the owner.
async function createServerOwners({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('server_owners')
    .addColumn('id', type.integer, (column) => column.primaryKey().notNull())
    .addColumn('user_id', type.id, (column) => column.notNull().references('users.id'))
    .addColumn('since', type.instant, (column) => column.notNull())
    .execute();
}
