import type { Migration, MigrationSchema } from '../apps/server/src/platform/database/migration-schema.ts';

export const up: Migration = async (to) => {
  await widenTasks(to);
  await createTags(to);
  await createLinks(to);
};

/** Tasks that are there already get the plain values, as a new one does. */
async function widenTasks({ schema, type }: MigrationSchema): Promise<void> {
  const plain = [
    ['status', 'normal'],
    ['priority', 'normal'],
  ] as const;
  for (const [name, value] of plain) {
    await schema
      .alterTable('tasks')
      .addColumn(name, type.text, (column) => column.notNull().defaultTo(value))
      .execute();
  }
  // A calendar date as ISO text, a time of that day as 14:30, and the IANA name of the zone both are meant in.
  for (const name of ['due_date', 'due_time', 'due_zone']) {
    await schema.alterTable('tasks').addColumn(name, type.text).execute();
  }
}

async function createTags({ schema, type }: MigrationSchema): Promise<void> {
  await schema
    .createTable('tags')
    .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('id', type.id, (column) => column.notNull())
    .addColumn('name', type.text, (column) => column.notNull())
    .addColumn('hue', type.integer, (column) => column.notNull())
    .addColumn('position', type.text, (column) => column.notNull())
    .addColumn('rev', type.integer, (column) => column.notNull())
    .addColumn('deleted_at', type.instant)
    .addPrimaryKeyConstraint('tags_of_board', ['board_id', 'id'])
    .execute();
}

/** Each tag and each person of a task is a row of its own, so that what two people do to a task at once adds up. */
async function createLinks({ schema, type }: MigrationSchema): Promise<void> {
  const links = [
    ['taggings', 'tag_id'],
    ['assignments', 'user_id'],
  ] as const;
  for (const [table, other] of links) {
    await schema
      .createTable(table)
      .addColumn('board_id', type.id, (column) => column.notNull().references('boards.id').onDelete('cascade'))
      // The task's id and the other one's, with a point between.
      .addColumn('id', type.text, (column) => column.notNull())
      .addColumn('task_id', type.id, (column) => column.notNull())
      .addColumn(other, type.id, (column) => column.notNull())
      .addColumn('rev', type.integer, (column) => column.notNull())
      .addColumn('deleted_at', type.instant)
      .addPrimaryKeyConstraint(`${table}_of_board`, ['board_id', 'id'])
      .execute();
    await schema.createIndex(`${table}_by_rev`).on(table).columns(['board_id', 'rev']).execute();
  }
}
