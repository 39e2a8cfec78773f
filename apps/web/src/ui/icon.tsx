import type { LucideIcon } from 'lucide-react';

export type IconShape = LucideIcon;

interface IconProps {
  readonly shape: IconShape;
  /** Edge length in CSS pixels. */
  readonly size?: number;
  /** True for arrows that point along the line of reading. */
  readonly mirrored?: boolean;
}

/** One set of icons (Lucide) in one stroke. Always decoration: the words beside it, or its button's label, speak. */
export function Icon({ shape: Shape, size = 16, mirrored = false }: IconProps) {
  return (
    <Shape size={size} strokeWidth={1.75} aria-hidden focusable={false} {...(mirrored && { 'data-mirrored': true })} />
  );
}
