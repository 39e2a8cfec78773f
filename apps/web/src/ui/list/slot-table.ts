import type { Axis } from './box.ts';

const GLIDE: KeyframeAnimationOptions = { duration: 200, easing: 'cubic-bezier(.2,.8,.2,1)', composite: 'add' };
const SMALLEST_GLIDE = 1;

interface Slot {
  readonly element: HTMLElement;
  start: number | null;
}

export interface Placing {
  readonly start: number;
  /** Pixels the item was seen to jump besides its own start (the list scrolled); null places without a glide. */
  readonly glideBeside: number | null;
}

/** The elements of a list that are in the document, and where each was put. Writes straight to their style. */
export class SlotTable {
  readonly #slots = new Map<string, Slot>();
  readonly #ids = new WeakMap<Element, string>();
  readonly #axis: Axis;
  isMirrored = false;

  constructor(axis: Axis) {
    this.#axis = axis;
  }

  add(id: string, element: HTMLElement): void {
    this.#slots.set(id, { element, start: null });
    this.#ids.set(element, id);
  }

  delete(id: string, element: HTMLElement): void {
    if (this.#slots.get(id)?.element === element) this.#slots.delete(id);
  }

  element(id: string): HTMLElement | null {
    return this.#slots.get(id)?.element ?? null;
  }

  startOf(id: string): number | null {
    return this.#slots.get(id)?.start ?? null;
  }

  idOf(element: Element): string | null {
    return this.#ids.get(element) ?? null;
  }

  /** The slot around an element that may lie deep inside one (even inside another list's slot). */
  around(inner: Element): { readonly id: string; readonly slot: HTMLElement } | null {
    for (let at: Element | null = inner; at; at = at.parentElement) {
      const id = this.#ids.get(at);
      const slot = id === undefined ? null : this.element(id);
      if (id !== undefined && slot === at) return { id, slot };
    }
    return null;
  }

  /** Puts a slot where it belongs; the way from where it was seen last is made by an animation on top. */
  place(id: string, { start, glideBeside }: Placing): void {
    const slot = this.#slots.get(id);
    if (!slot) return;
    const old = slot.start;
    if (old !== start) slot.element.style.translate = this.#translate(start);
    slot.start = start;
    if (old === null || glideBeside === null) return;
    const way = old - start + glideBeside;
    if (Math.abs(way) >= SMALLEST_GLIDE && canMove(slot.element)) {
      slot.element.animate([{ translate: this.#translate(way) }, { translate: '0 0' }], GLIDE);
    }
  }

  #translate(pixels: number): string {
    if (this.#axis === 'y') return `0 ${pixels}px`;
    return `${this.isMirrored ? -pixels : pixels}px 0`;
  }
}

function canMove(element: HTMLElement): boolean {
  return 'animate' in element && !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
