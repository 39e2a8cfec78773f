/** Returns the value, or throws because our own reasoning was wrong. Never for what a user can cause. */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`must have ${what}`);
  return value;
}
