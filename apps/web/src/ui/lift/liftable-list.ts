import type { Axis, Box } from '../list/box.ts';

/** What a drag needs of a list. `ListWindow` is one; anything that can answer may be another. */
export interface LiftableList {
  readonly axis: Axis;
  getIds(): readonly string[];
  /** The item around an element inside the list, and the list's own wrapper of it. */
  itemAround(inner: Element): { readonly id: string; readonly slot: HTMLElement } | null;
  /** The wrapper of an item that is rendered. */
  slotOf(id: string): HTMLElement | null;
  /** Where the lifted item would go, counted without it, when its box is `card`; `outer` is the list's own box. */
  indexAt(card: Box, outer: Box, lifted: string): number;
  showGap(gap: { readonly id: string; readonly after: string | null; readonly size: number }): void;
  hideGap(): void;
  /** The next change of the ids is the drop: the gap closes with it. */
  expectDrop(): void;
  revealGap(): void;
  boxOfGap(): Box | null;
  boxOf(id: string): Box | null;
  /** Marks the item that is in the hand with `data-ghost`, and keeps it rendered. */
  setGhost(id: string | null): void;
  /** Keeps an item rendered that holds the lifted one somewhere inside. */
  setKept(id: string | null): void;
  readonly focus: { to(id: string): void };
}

/** A list and what the drag was told of it. */
export interface AttachedList {
  readonly id: string;
  /** Items go only between lists of one kind: cards among columns, columns in their row. */
  readonly kind: string;
  readonly list: LiftableList;
  /** The scrolling element. */
  readonly element: HTMLElement;
  /** The element a pointer has to be over, and the one marked `data-lift-over`; the scroller itself when left out. */
  readonly area: HTMLElement;
  /** When given, an item is lifted only by the part of it that matches this selector. */
  readonly handle: string | null;
}
