import { no, ok } from './result.ts';
import type { Result } from './result.ts';

export type TextProblem =
  | { readonly code: 'text-empty' }
  | { readonly code: 'text-too-long'; readonly info: { readonly max: number } };

/**
 * C0 and C1 controls, and the characters that reorder a text around themselves (embeddings, overrides,
 * isolates): shown as they are, they could make a title read as something else or spill over its neighbours.
 * Marks of single direction (LRM, RLM, ALM) and joiners stay, since real words need them.
 */
// oxlint-disable-next-line no-control-regex -- controls are exactly what it looks for
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const WHITE_SPACE_RUN = /\s+/g;

/** A text made only of white space and of characters without a shape would be there, but not to be seen. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** One line as it is stored: whole characters, no controls, single spaces, trimmed; 1 to `max` code units. */
export function cleanLine(text: string, max: number): Result<string, TextProblem> {
  const line = inOneLine(text);
  if (!SEEN.test(line)) return no({ code: 'text-empty' });
  if (line.length > max) return no({ code: 'text-too-long', info: { max } });
  return ok(line);
}

/** Text of many lines as it is stored: `\n` between lines, no controls, no white space at the end; up to `max`. */
export function cleanText(text: string, max: number): Result<string, TextProblem> {
  const clean = safe(text.replace(LINE_BREAKS, '\n')).trimEnd();
  return clean.length > max ? no({ code: 'text-too-long', info: { max } }) : ok(clean);
}

/** The lines of a paste that would each become something of its own: cleaned, blank ones left out. */
export function linesOf(text: string): readonly string[] {
  return text
    .replace(LINE_BREAKS, '\n')
    .split('\n')
    .map(inOneLine)
    .filter((line) => SEEN.test(line));
}

function inOneLine(text: string): string {
  return safe(text.replace(LINE_BREAKS, ' ')).replace(WHITE_SPACE_RUN, ' ').trim();
}

/** Composed last, since a control may have stood between a letter and its accent. */
function safe(text: string): string {
  return text.toWellFormed().replace(UNSAFE, '').normalize('NFC');
}
