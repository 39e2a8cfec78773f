import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../apps/server/src/platform/config/start-error.ts';
import { createLog } from '../apps/server/src/platform/log/create-log.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { auditDatabase } from './audit/audit-database.ts';
import { compareWithServer } from './audit/compare-with-server.ts';

/**
 * `npm run audit`: tells whether what a database says of its boards fits together, and fits what loading and replaying it
 * gives; reads only, also while servers run.
 */
const USAGE = `Usage: npm run audit -- --data-dir FOLDER            checks the boards of a data folder
       npm run audit -- --database-url ADDRESS      checks those of a PostgreSQL database
       … --server ADDRESS --cookie "NAME=VALUE"     and compares them with what that server answers to this session`;

const SHOWN_AT_MOST = 200;

process.exitCode = await audit(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  return 2;
});

async function audit(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const { 'data-dir': dataDir, 'database-url': databaseUrl, server, cookie } = options;
  if ((dataDir === undefined) === (databaseUrl === undefined)) throw new StartError(USAGE);
  if ((server === undefined) !== (cookie === undefined)) throw new StartError(USAGE);
  if (dataDir !== undefined && !existsSync(join(dataDir, 'talka.db'))) {
    throw new StartError(`There is no talka.db in ${dataDir}.`);
  }
  const config = { databaseUrl: databaseUrl ?? null, dataDir: dataDir ?? '' };
  const database = await openDatabase(config, createLog('error'));
  try {
    const compare = server === undefined ? undefined : compareWithServer(server, cookie ?? '');
    const { boards, tasks, wrong } = await auditDatabase(database, compare);
    for (const sentence of wrong.slice(0, SHOWN_AT_MOST)) console.log(sentence);
    if (wrong.length > SHOWN_AT_MOST) console.log(`… and ${wrong.length - SHOWN_AT_MOST} more`);
    console.log(
      `${boards} boards with ${tasks} tasks: ${wrong.length === 0 ? 'all is well' : `${wrong.length} wrong`}`,
    );
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

function readOptions(args: readonly string[]) {
  const string = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { 'data-dir': string, 'database-url': string, server: string, cookie: string },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}
