import type { RefusalCode, RefusalInfo } from '@talka/domain/kernel';

/** The body of every answer that isn't a success, as application/problem+json (RFC 9457). */
export interface Problem extends RefusalInfo {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  /** A RefusalCode or `internal`; stable, for programs. */
  readonly code: string;
  /** Also in the log, so that a person can be helped. */
  readonly requestId: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const REFUSALS: Readonly<Record<RefusalCode, { readonly status: number; readonly title: string }>> = {
  invalid: { status: 400, title: 'The request is not valid' },
  'sign-in-required': { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'In conflict with what is there' },
  gone: { status: 410, title: 'No longer there' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available now' },
};

export function refusalProblem(code: RefusalCode, info: RefusalInfo, requestId: string): Problem {
  return { ...info, type: 'about:blank', ...REFUSALS[code], code, requestId };
}

export function internalProblem(requestId: string): Problem {
  return { type: 'about:blank', title: 'Something went wrong', status: 500, code: 'internal', requestId };
}

/** The refusal that fits an HTTP status which the framework or a plugin chose. */
export function codeOfStatus(status: number): RefusalCode {
  for (const [code, refusal] of Object.entries(REFUSALS)) {
    if (refusal.status === status) return code as RefusalCode; // the keys of REFUSALS are all refusal codes
  }
  return 'invalid';
}
