import { boxOfElement, type Axis, type Box } from '../list/box.ts';
import { edgeSpeed } from './edge-speed.ts';
import type { Point } from './lift-state.ts';

interface Scroller {
  readonly axis: Axis;
  readonly box: Box;
  /** Since when the pointer has been near an edge, in the clock of animation frames; null: it isn't. */
  near: number | null;
  /** The part of a pixel that wasn't scrolled yet. */
  rest: number;
}

/** Scrolls what lies under a lifted item while it is near an edge. */
export class EdgeScroll {
  readonly #scrollers = new Map<HTMLElement, Scroller>();

  /** Names what may scroll now; reads their boxes. Those that stay keep their time near the edge. */
  setScrollers(elements: ReadonlyMap<HTMLElement, Axis>): void {
    for (const element of this.#scrollers.keys()) if (!elements.has(element)) this.#scrollers.delete(element);
    for (const [element, axis] of elements) {
      const old = this.#scrollers.get(element);
      const box = boxOfElement(element);
      this.#scrollers.set(element, { axis, box, near: old?.near ?? null, rest: old?.rest ?? 0 });
    }
  }

  /** One frame: scrolls by the pointer's distance from the edges. */
  step(at: Point, now: number, elapsed: number): void {
    for (const [element, scroller] of this.#scrollers) {
      const { axis, box } = scroller;
      const [start, length] = axis === 'y' ? [box.top, box.height] : [box.left, box.width];
      const since = scroller.near === null ? 0 : now - scroller.near;
      const speed = edgeSpeed(at[axis], start, length, since + elapsed);
      scroller.near = speed === 0 ? null : (scroller.near ?? now);
      const way = (speed * elapsed) / 1000 + scroller.rest;
      const whole = Math.trunc(way);
      scroller.rest = speed === 0 ? 0 : way - whole;
      if (whole === 0) continue;
      if (axis === 'y') element.scrollTop += whole;
      else element.scrollLeft += whole;
    }
  }
}
