import { isId, LIMITS } from '@talka/domain/kernel';
import type { BoardId, Problem } from '@talka/domain/kernel';
import type { CommandCall } from '@talka/domain/wire';
import { z } from 'zod';
import { COMMAND_SCHEMAS, isCommandName, TEXT_ROOM } from './command-schemas.ts';

const boardId = z
  .string()
  .refine(isId)
  .transform((text) => text as BoardId);
const cid = z.string().refine(isId);
const counter = z.int().min(1);

/** The longest names a link between two rows by both their ids: `assignment/`, an id, a point, an id. */
const GUARD_KEY = 100;

// As many as the longest undo watches: three places of each of the tasks that were added at once.
const guardsSchema = z
  .array(z.tuple([z.string().max(GUARD_KEY), z.string().max(40), z.union([z.string(), z.number(), z.null()])]))
  .max(LIMITS.tasksPerPaste * 3)
  .optional();

const frameSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('hello'), board: boardId, cid, since: z.int().min(0), schema: z.int().min(0) }),
  z.object({
    t: z.literal('m'),
    board: boardId,
    i: counter,
    n: z.string(),
    a: z.unknown().optional(),
    g: z.unknown().optional(),
  }),
  z.object({ t: z.literal('bye'), board: boardId }),
  z.object({
    t: z.literal('pres'),
    board: boardId,
    at: z.string().refine(isId).nullable(),
    doing: z.enum(['looking', 'editing']),
  }),
]);

export type ReadFrame = z.output<typeof frameSchema>;

/** A frame of a browser, or null when it is none. */
export function readFrame(frame: unknown): ReadFrame | null {
  const read = frameSchema.safeParse(frame);
  return read.success ? read.data : null;
}

/** A command as it came: its name, raw arguments and raw guards. */
export interface RawCall {
  readonly n: string;
  readonly a?: unknown;
  readonly g?: unknown;
}

/** The command in it, or the problem to refuse it with. */
export function readCall({ n: name, a, g }: RawCall): CommandCall | { readonly problem: Problem } {
  if (!isCommandName(name)) return { problem: { code: 'unknown-command' } };
  const guards = guardsSchema.safeParse(g);
  if (!guards.success) return { problem: { code: 'invalid', info: { field: 'g' } } };
  const read = COMMAND_SCHEMAS[name].safeParse(a);
  if (read.success) return { name, args: read.data, guards: guards.data };
  const [issue] = read.error.issues;
  const field = issue?.path.join('.') ?? '';
  if (issue?.code !== 'too_big' || issue.origin !== 'string') return { problem: { code: 'invalid', info: { field } } };
  return { problem: { code: 'text-too-long', info: { field, max: Number(issue.maximum) / TEXT_ROOM } } };
}
