import type { Database } from '../platform/database/database.ts';

/** Whether nobody has come yet: the sign-up page then says what the first one gets. */
export async function isFirstRun({ kysely }: Database): Promise<boolean> {
  return (await kysely.selectFrom('server_owners').select('id').executeTakeFirst()) === undefined;
}
