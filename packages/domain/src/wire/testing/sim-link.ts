import type { ClientFrame, ServerFrame } from '../index.ts';

/** One connection: frames under way in both directions, as text, in order. */
export interface Link {
  readonly up: string[];
  readonly down: string[];
}

export function openLink(): Link {
  return { up: [], down: [] };
}

export function readUp(link: Link): ClientFrame | null {
  const text = link.up.shift();
  return text === undefined ? null : (JSON.parse(text) as ClientFrame);
}

export function readDown(link: Link): ServerFrame | null {
  const text = link.down.shift();
  return text === undefined ? null : (JSON.parse(text) as ServerFrame);
}

/** What a bad network may do to the frames that carry changes: send one twice, or let one overtake another. */
export function disturb(frames: string[], how: 'twice' | 'swap', spot: number): void {
  const changing = [...frames.keys()].filter((at) => /^\{"t":"[mp]"/.test(frames[at] ?? ''));
  if (changing.length === 0) return;
  const [at = 0, next = at] = [changing[spot % changing.length], changing[(spot + 1) % changing.length]];
  const [one = '', other = ''] = [frames[at], frames[next]];
  if (how === 'twice') frames.splice(next + 1, 0, one);
  else [frames[at], frames[next]] = [other, one];
}
