/** Why a request is turned away; each code has one HTTP status and one sentence per language. */
export type RefusalCode =
  | 'invalid'
  | 'sign-in-required'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'too-many-requests'
  | 'unavailable';

/** What may be told about a refusal: small, flat, and safe to show to whoever asked. */
export type RefusalInfo = Readonly<Record<string, string | number | boolean>>;

/** Thrown when a caller may not do a thing or asked for it wrongly; answered in one place per transport. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly info: RefusalInfo;

  constructor(code: RefusalCode, info: RefusalInfo = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.info = info;
  }
}
