/** The answer of a rule: it holds with a value, or says no with a named problem. */
export type Result<Value, Problem> = Ok<Value> | No<Problem>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface No<Problem> {
  readonly ok: false;
  readonly problem: Problem;
}

export function ok(): Ok<void>;
export function ok<Value>(value: Value): Ok<Value>;
export function ok(value?: unknown): Ok<unknown> {
  return { ok: true, value };
}

export function no<Problem>(problem: Problem): No<Problem> {
  return { ok: false, problem };
}
