import type { RefusalCode, RefusalInfo } from '@talka/domain/kernel';
import { isObject } from './parse.ts';

export type ProblemCode = RefusalCode | 'internal' | 'unreachable' | 'unexpected-answer';

/** Why a request didn't do what was asked, as the server said it or as the browser noticed. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly info: RefusalInfo;

  constructor(code: ProblemCode, info: RefusalInfo = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.info = info;
  }
}

const CODES: readonly string[] = [
  'invalid',
  'sign-in-required',
  'forbidden',
  'not-found',
  'conflict',
  'gone',
  'too-large',
  'too-many-requests',
  'unavailable',
  'internal',
] satisfies readonly ProblemCode[];

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid',
  401: 'sign-in-required',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Reads `application/problem+json`; a proxy's HTML page is read by its status alone. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const fields = isObject(body) ? body : {};
  const code = isProblemCode(fields.code) ? fields.code : (CODE_OF_STATUS[response.status] ?? 'internal');
  return new ApiProblem(code, { ...waitOf(response), ...flatFields(fields) });
}

function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && CODES.includes(value);
}

function waitOf(response: Response): RefusalInfo {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
}

const ENVELOPE: readonly string[] = ['type', 'title', 'status', 'code', 'detail', 'instance'];

function flatFields(fields: Readonly<Record<string, unknown>>): RefusalInfo {
  const info: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(fields)) {
    const isFlat = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (isFlat && !ENVELOPE.includes(key)) info[key] = value;
  }
  return info;
}
