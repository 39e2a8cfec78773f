import { Refusal } from '@talka/domain/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.ts';
import { PROBLEM_TYPE, codeOfStatus, internalProblem, refusalProblem } from './problem.ts';

/** The one place where an error becomes an answer. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
  const wait = problem['retryAfterSeconds'];
  if (typeof wait === 'number') void reply.header('retry-after', Math.ceil(wait));
  return sendProblem(reply, problem);
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).header('content-type', PROBLEM_TYPE).send(JSON.stringify(problem));
}

function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Refusal) return refusalProblem(error.code, error.info, requestId);
  const status = clientErrorStatus(error);
  if (status === null) return internalProblem(requestId);
  const problem = refusalProblem(codeOfStatus(status), {}, requestId);
  return { ...problem, status };
}

/** Fastify throws errors with a 4xx status for malformed JSON, a too large body, an unknown media type. */
function clientErrorStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : null;
}
