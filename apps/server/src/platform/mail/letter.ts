import { z } from 'zod';

/** One mail to one person. Subject and text are plain text; html is the same as text, made by `mailLayout`. */
export const letterSchema = z.object({
  to: z.email().max(254),
  subject: z.string().min(1).max(300),
  text: z.string().min(1).max(50_000),
  html: z.string().max(200_000).optional(),
});

export type Letter = Readonly<z.infer<typeof letterSchema>>;

/** Takes a letter to where it goes, or throws. `key` is the same on every attempt for one letter. */
export type Post = (letter: Letter, key: string) => Promise<void>;
