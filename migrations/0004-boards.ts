import type { Migration, MigrationSchema } from '../apps/server/src/platform/database/migration-schema.ts';

export const up: Migration = async (to) => {
  await createBoards(to);
  await createColumns(to);
  await createTeam(to);
  await createTasks(to);
  await createLog(to);
  await createInvitations(to);
};

async function createBoards({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('boards')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('account_id', type.id, (column) => column.notNull().references('accounts.id'))
    .addColumn('kind', type.text, (column) => column.notNull())
    .addColumn('name', type.text, (column) => column.notNull())
    .addColumn('created_by', type.id, (column) => column.notNull())
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .addColumn('updated_at', type.instant, (column) => column.notNull())
    // Number of the last committed command; rows carry it as `rev`.
    .addColumn('seq', type.integer, (column) => column.notNull())
    .addColumn('rev', type.integer, (column) => column.notNull())
    // Tasks outside Done and Trash, counted here so that Home needn't count them.
    .addColumn('open_tasks', type.integer, (column) => column.notNull())
    .execute();
  await schema.createIndex('boards_of_account').on('boards').column('account_id').execute();
}

// Ids are made by browsers, so each is a row's name within its board only: nobody can take or reach another board's.
async function createColumns({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('columns')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('id', type.id, (column) => column.notNull())
    .addColumn('kind', type.text, (column) => column.notNull())
    .addColumn('name', type.text, (column) => column.notNull())
    .addColumn('position', type.text, (column) => column.notNull())
    .addColumn('rev', type.integer, (column) => column.notNull())
    .addColumn('deleted_at', type.instant)
    .addPrimaryKeyConstraint('columns_of_board', ['board_id', 'id'])
    .execute();
  await schema
    .createTable('detours')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('id', type.id, (column) => column.notNull())
    .addColumn('column_id', type.id, (column) => column.notNull())
    .addColumn('rev', type.integer, (column) => column.notNull())
    .addColumn('deleted_at', type.instant)
    .addPrimaryKeyConstraint('detours_of_board', ['board_id', 'id'])
    .execute();
}

async function createTeam({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('board_members')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    // A user's id.
    .addColumn('id', type.id, (column) => column.notNull().references('users.id'))
    .addColumn('name', type.text, (column) => column.notNull())
    .addColumn('role', type.text, (column) => column.notNull())
    .addColumn('rev', type.integer, (column) => column.notNull())
    .addColumn('deleted_at', type.instant)
    .addPrimaryKeyConstraint('board_members_once', ['board_id', 'id'])
    .execute();
  await schema.createIndex('boards_of_member').on('board_members').columns(['id', 'board_id']).execute();
}

async function createTasks({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('tasks')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('id', type.id, (column) => column.notNull())
    .addColumn('column_id', type.id, (column) => column.notNull())
    .addColumn('position', type.text, (column) => column.notNull())
    .addColumn('title', type.text, (column) => column.notNull())
    .addColumn('described', type.flag, (column) => column.notNull())
    .addColumn('created_by', type.id, (column) => column.notNull())
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .addColumn('trashed_by', type.id)
    .addColumn('trashed_at', type.instant)
    .addColumn('trashed_from', type.id)
    .addColumn('trashed_after', type.id)
    .addColumn('rev', type.integer, (column) => column.notNull())
    .addColumn('deleted_at', type.instant)
    .addPrimaryKeyConstraint('tasks_of_board', ['board_id', 'id'])
    .execute();
  await schema.createIndex('tasks_by_rev').on('tasks').columns(['board_id', 'rev']).execute();
  await schema
    .createTable('descriptions')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    // A task's id.
    .addColumn('id', type.id, (column) => column.notNull())
    .addColumn('text', type.text, (column) => column.notNull())
    .addColumn('rev', type.integer, (column) => column.notNull())
    .addColumn('deleted_at', type.instant)
    .addPrimaryKeyConstraint('descriptions_of_board', ['board_id', 'id'])
    .execute();
  await schema.createIndex('descriptions_by_rev').on('descriptions').columns(['board_id', 'rev']).execute();
}

async function createLog({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('history')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('seq', type.integer, (column) => column.notNull())
    // One command may tell several things.
    .addColumn('part', type.integer, (column) => column.notNull())
    .addColumn('at', type.instant, (column) => column.notNull())
    .addColumn('actor_id', type.id, (column) => column.notNull())
    .addColumn('task_id', type.id)
    .addColumn('kind', type.text, (column) => column.notNull())
    .addColumn('data', type.json, (column) => column.notNull())
    .addPrimaryKeyConstraint('history_of_board', ['board_id', 'seq', 'part'])
    .execute();
  await schema.createIndex('history_of_task').on('history').columns(['board_id', 'task_id', 'seq']).execute();
  // How far each browser's commands got, so that one that is sent twice counts once.
  await schema
    .createTable('board_clients')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('id', type.id, (column) => column.notNull())
    .addColumn('user_id', type.id, (column) => column.notNull())
    .addColumn('last_counter', type.integer, (column) => column.notNull())
    .addColumn('refused', type.json, (column) => column.notNull())
    .addColumn('updated_at', type.instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('board_clients_once', ['board_id', 'id'])
    .execute();
}

async function createInvitations({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('invitations')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('email', type.text, (column) => column.notNull())
    .addColumn('role', type.text, (column) => column.notNull())
    .addColumn('secret_hash', type.text, (column) => column.notNull().unique())
    .addColumn('invited_by', type.id, (column) => column.notNull().references('users.id'))
    .addColumn('created_at', type.instant, (column) => column.notNull())
    .addColumn('expires_at', type.instant, (column) => column.notNull())
    .addColumn('accepted_at', type.instant)
    .addColumn('accepted_by', type.id)
    .addColumn('revoked_at', type.instant)
    .execute();
  await schema.createIndex('invitations_of_board').on('invitations').column('board_id').execute();
}
