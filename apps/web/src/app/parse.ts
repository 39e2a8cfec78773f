/** Reads one value of an answer; throws `UnexpectedAnswer` where it isn't what the contract says. */
export type Parse<Value> = (value: unknown, where?: string) => Value;

/** The server and this page don't speak the same contract: our bug, or an old page against a new server. */
export class UnexpectedAnswer extends Error {
  constructor(where: string, wanted: string) {
    super(`${where || 'answer'}: expected ${wanted}`);
    this.name = 'UnexpectedAnswer';
  }
}

export const text: Parse<string> = (value, where = '') => {
  if (typeof value !== 'string') throw new UnexpectedAnswer(where, 'text');
  return value;
};

export const number: Parse<number> = (value, where = '') => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new UnexpectedAnswer(where, 'a number');
  return value;
};

export const flag: Parse<boolean> = (value, where = '') => {
  if (typeof value !== 'boolean') throw new UnexpectedAnswer(where, 'true or false');
  return value;
};

/** An answer without a body, or one that doesn't matter. */
export const nothing: Parse<void> = () => undefined;

export function orNull<Value>(parse: Parse<Value>): Parse<Value | null> {
  return (value, where) => (value === null || value === undefined ? null : parse(value, where));
}

export function listOf<Value>(parse: Parse<Value>): Parse<readonly Value[]> {
  return (value, where = '') => {
    if (!Array.isArray(value)) throw new UnexpectedAnswer(where, 'a list');
    return value.map((each: unknown, index) => parse(each, `${where}[${index}]`));
  };
}

export function oneOf<const Values extends readonly string[]>(...values: Values): Parse<Values[number]> {
  return (value, where = '') => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new UnexpectedAnswer(where, values.join(' | '));
    return found;
  };
}

type Shape = Readonly<Record<string, Parse<unknown>>>;
type ShapeOf<Fields extends Shape> = { readonly [Key in keyof Fields]: ReturnType<Fields[Key]> };

/** An object with these fields; others are left out, so that a newer server may send more. */
export function shape<Fields extends Shape>(fields: Fields): Parse<ShapeOf<Fields>> {
  return (value, where = '') => {
    if (!isObject(value)) throw new UnexpectedAnswer(where, 'an object');
    const entries = Object.entries(fields).map(([key, parse]) => [key, parse(value[key], `${where}.${key}`)]);
    // The entries were made from the very keys of `fields`; TypeScript can't follow `fromEntries`.
    return Object.fromEntries(entries) as ShapeOf<Fields>;
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
