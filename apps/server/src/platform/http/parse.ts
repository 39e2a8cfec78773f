import { Refusal } from '@talka/domain/kernel';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** The JSON body, checked; throws Refusal `invalid` with the first wrong field. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.output<Schema> {
  return parseWith(schema, request.body);
}

/** The named parts of the path, checked. */
export function parseParams<Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.output<Schema> {
  return parseWith(schema, request.params);
}

export function parseQuery<Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.output<Schema> {
  return parseWith(schema, request.query);
}

/** Any outside value, checked; tells the field and the kind of mistake, never the value itself. */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal('invalid', { field: issue?.path.join('.') ?? '', problem: issue?.code ?? 'invalid' });
}
