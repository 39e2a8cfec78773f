import { parseArgs } from 'node:util';

export interface SoakOptions {
  readonly seconds: number;
  readonly people: number;
  readonly boards: number;
  readonly nodes: number;
  readonly actsPerSecond: number;
  readonly seed: number;
  /** A PostgreSQL database for more than one server; the soak makes a schema of its own in it, and drops it. */
  readonly databaseUrl: string | null;
}

export const USAGE: string = `Usage: npm run soak -- --minutes 10
  --minutes N or --seconds N    how long people work (10 minutes)
  --people N                    how many people (200), each with a page open
  --boards N                    on how many boards (10)
  --acts N                      what they do a second, all together (100)
  --nodes N                     how many servers (1); more need --database-url and an installed redis-server
  --database-url ADDRESS        a PostgreSQL database; without it a SQLite file
  --seed N                      repeats a run's choices`;

/** Throws an Error with a sentence for what is wrong. */
export function readSoakOptions(args: readonly string[]): SoakOptions {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: string,
      seconds: string,
      people: string,
      boards: string,
      acts: string,
      nodes: string,
      seed: string,
      'database-url': string,
    },
  });
  const options: SoakOptions = {
    seconds: number('seconds', values.seconds, number('minutes', values.minutes, 10) * 60),
    people: number('people', values.people, 200),
    boards: number('boards', values.boards, 10),
    nodes: number('nodes', values.nodes, 1),
    actsPerSecond: number('acts', values.acts, 100),
    seed: number('seed', values.seed, Date.now() % 1e9),
    databaseUrl: values['database-url'] ?? null,
  };
  if (options.nodes > 1 && options.databaseUrl === null) throw new Error('--nodes needs --database-url.');
  if (options.boards > options.people) throw new Error('There must be somebody on each board.');
  return options;
}

function number(name: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!(value > 0)) throw new Error(`--${name} is "${text}", but must be a number above 0.`);
  return value;
}
