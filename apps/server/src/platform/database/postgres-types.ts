import type { CustomTypesConfig, types as pgTypes } from 'pg';

const INT8 = 20;
const NUMERIC = 1700;

/** Reads bigint and numeric (what sum() of bigint gives) as JavaScript numbers, as SQLite does. */
export function numbersAsNumbers(types: typeof pgTypes): CustomTypesConfig {
  const getTypeParser = (oid: number, format?: 'text' | 'binary'): unknown =>
    format !== 'binary' && (oid === INT8 || oid === NUMERIC) ? toNumber : types.getTypeParser(oid, format);
  return { getTypeParser };
}

function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`${text} does not fit into a JavaScript number`);
  }
  return value;
}
