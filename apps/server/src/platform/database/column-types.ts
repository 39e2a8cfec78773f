import type { ColumnDataType, Expression } from 'kysely';
import { sql } from 'kysely';
import type { Database } from './database.ts';

type DataType = ColumnDataType | Expression<unknown>;

/** The portable column types; what JavaScript reads and writes is the same on both engines. */
export interface ColumnTypes {
  /** UUIDv7 text. */
  readonly id: DataType;
  /** Text compared byte by byte, also calendar dates (ISO) and order keys. */
  readonly text: DataType;
  /** JSON as text; the caller parses and writes it. */
  readonly json: DataType;
  /** Epoch milliseconds as a number. */
  readonly instant: DataType;
  /** A whole number up to 2^53, also money in minor units. */
  readonly integer: DataType;
  readonly real: DataType;
  /** 0 or 1. */
  readonly flag: DataType;
  /** Uint8Array (on PostgreSQL a Buffer). */
  readonly blob: DataType;
}

export function columnTypes(engine: Database['engine']): ColumnTypes {
  return engine === 'sqlite' ? SQLITE : POSTGRES;
}

const SQLITE: ColumnTypes = {
  id: 'text',
  text: 'text',
  json: 'text',
  instant: 'integer',
  integer: 'integer',
  real: 'real',
  flag: 'integer',
  blob: 'blob',
};

// The collation "C" compares bytes, as SQLite does; a server's own language rules would order keys differently.
const POSTGRES: ColumnTypes = {
  id: sql`text collate "C"`,
  text: sql`text collate "C"`,
  json: 'text',
  instant: 'bigint',
  integer: 'bigint',
  real: 'double precision',
  flag: 'smallint',
  blob: 'bytea',
};
