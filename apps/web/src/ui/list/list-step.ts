import type { Axis } from './box.ts';

export type ListStep = 'previous' | 'next' | 'first' | 'last';

/** Which way a key moves along a list, or null when it doesn't. */
export function listStep(key: string, axis: Axis, isMirrored: boolean): ListStep | null {
  if (key === 'Home') return 'first';
  if (key === 'End') return 'last';
  const [back, forth] = axis === 'y' ? ['ArrowUp', 'ArrowDown'] : sideways(isMirrored);
  if (key === back) return 'previous';
  return key === forth ? 'next' : null;
}

/** The index a step leads to, clamped to the list. */
export function stepIndex(step: ListStep, index: number, length: number): number {
  switch (step) {
    case 'first':
      return 0;
    case 'last':
      return length - 1;
    case 'previous':
      return Math.max(0, index - 1);
    case 'next':
      return Math.min(length - 1, index + 1);
  }
}

function sideways(isMirrored: boolean): readonly [string, string] {
  return isMirrored ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
}
